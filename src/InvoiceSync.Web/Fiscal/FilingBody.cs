using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Fiscal;

/// <summary>
/// How an invoice stands where it is filed. Waiting says in words why nothing moves. Candidate is a document at the provider that may be this
/// invoice: settle says. Books is null of providers that keep none.
/// </summary>
sealed record FilingBody(
    string InvoiceId,
    string Provider,
    string Status,
    DateTimeOffset FileBy,
    DateTimeOffset? HeldUntil,
    DateTimeOffset? NextStepAt,
    string? Waiting,
    FilingBody.Ahead? WaitsFor,
    string? Candidate,
    FilingBody.InBooks? Books,
    FilingBody.Addresses Links)
{
    const string SmartBill = "smartbill";

    /// <summary>The invoice that has the series meanwhile. Reason is making_unsure, deletion_unsure or waits_itself; Filing is where that one stands.</summary>
    public sealed record Ahead(string InvoiceId, string Number, string Reason, string Filing);

    /// <summary>Number is the provider's. Unsure is a change asked for there (cancel, restore or delete) whose answer was lost: settle-change says. Total and Paid are as read last.</summary>
    public sealed record InBooks(string? Number, string Standing, string? Unsure, decimal? Total, decimal? Paid, DateTimeOffset? ReadAt, IReadOnlyList<Payment> Payments);

    /// <summary>State is there, away, calling, asks (settle says) or refused (tell again). Wanted is false once the money went back.</summary>
    public sealed record Payment(int Number, string Kind, decimal Amount, DateOnly PaidOn, string State, bool Wanted, string? Reason);

    public sealed record Addresses(string Self, string Invoice);

    public static FilingBody Of(InvoiceId invoice, Currency currency, GetFiling.View filing, GetPaymentsTold.View? told) => new(
        invoice.ToString(), filing.Provider, filing.State.OnTheWire(), filing.FileBy.ToUniversalTime(), filing.HeldUntil?.ToUniversalTime(), filing.NextStepAt?.ToUniversalTime(), filing.Waiting,
        filing.Ahead is { } ahead ? new(ahead.Invoice.ToString(), ahead.Number, ahead.Because.OnTheWire(), At(ahead.Invoice)) : null,
        filing.Candidate,
        filing is { Provider: SmartBill, KeptBecause: null } ? BooksOf(currency, filing, told) : null,
        new(At(invoice), $"{RestV1.Root}/invoices/{invoice}"));

    static InBooks BooksOf(Currency currency, GetFiling.View filing, GetPaymentsTold.View? told)
    {
        return new(
            filing.LegalNumber, filing.Standing.OnTheWire(), filing.UnderWay?.OnTheWire(), Shown(told?.TotalThere), Shown(told?.PaidThere), told?.ReadAt?.ToUniversalTime(),
            [.. (told?.Rows ?? []).Select(r => new Payment(r.Number, r.Kind.OnTheWire(), Shown(r.Amount)!.Value, r.PaidOn, r.State.OnTheWire(), r.IsWanted, r.Why))]);

        decimal? Shown(decimal? amount) => amount is { } known ? new Money(known, currency).Shown() : null;
    }

    static string At(InvoiceId invoice) => $"{RestV1.Root}/invoices/{invoice}/filing";
}
