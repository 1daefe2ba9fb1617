using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Payments;

/// <summary>A payment on the wire. Invoices are what it settles now; credit is the customer's, left over. Paid out against stornos it is negative.</summary>
sealed record PaymentBody(
    string Id,
    string Status,
    string Customer,
    string Method,
    DateOnly ReceivedOn,
    string Currency,
    decimal Amount,
    decimal AmountRefunded,
    decimal Credit,
    IReadOnlyList<PaymentBody.Settled> Invoices,
    string? Reference,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    PaymentBody.Addresses Links)
{
    public sealed record Settled(string InvoiceId, string Number, decimal Amount);

    public sealed record Addresses(string Self);

    public static PaymentBody Of(GetPayment.View payment)
    {
        var row = payment.Row;
        return new(
            row.Id.ToString(), row.Status.OnTheWire(), row.Customer, row.Method.OnTheWire(), row.ReceivedOn, row.Amount.Currency.Code,
            row.Amount.Shown(), Shown(row.Refunded), Shown(row.Unapplied), [.. payment.Invoices.Select(i => new Settled(i.Invoice.ToString(), i.Number, Shown(i.Amount)))],
            row.Reference, payment.Note, payment.MadeAt.ToUniversalTime(), payment.ChangedAt.ToUniversalTime(), new($"{RestV1.Root}/payments/{row.Id}"));

        decimal Shown(decimal amount) => new Money(amount, row.Amount.Currency).Shown();
    }
}
