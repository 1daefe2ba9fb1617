using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>An invoice on the wire. Amounts are in its currency with its decimals; unit prices may be finer. Rates are in percent.</summary>
sealed record InvoiceBody(
    string Id,
    string Number,
    string Status,
    InvoiceBody.Buyer Customer,
    DateOnly IssueDate,
    DateOnly? DueDate,
    string Currency,
    IReadOnlyList<InvoiceBody.Line> LineItems,
    decimal Subtotal,
    decimal Tax,
    decimal Total,
    decimal AmountPaid,
    decimal AmountDue,
    decimal AmountCredited,
    decimal AmountWrittenOff,
    IReadOnlyList<string> Notes,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    InvoiceBody.Addresses Links)
{
    /// <summary>When it first left for the customer by e-mail.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public sealed record Buyer(string Name, string? Email, string? TaxId, string? VatId, string Country);

    public sealed record Line(string Description, string? Details, decimal Quantity, string Unit, decimal UnitPrice, decimal Discount, decimal TaxRate, string TaxCategory, decimal Amount);

    /// <summary>Xml is the e-invoice as it was filed, once it was.</summary>
    public sealed record Addresses(string Self, string Xml);

    public static InvoiceBody Of(GetInvoiceDetails.View invoice)
    {
        var (document, totals, settled) = (invoice.Document, invoice.Document.Totals, invoice.Settlement);
        return new(
            invoice.Id.ToString(), document.Number, invoice.Settlement.Status.OnTheWire(),
            new(document.Buyer.Name, document.Buyer.Email, document.Buyer.LegalId, document.Buyer.VatId, document.Buyer.Address.Country),
            document.IssuedOn, document.DueOn, document.Currency.Code, [.. document.Lines.Select(LineOf)],
            Shown(totals.TaxExclusive), Shown(totals.Vat), Shown(totals.TaxInclusive), Shown(settled.Paid), Shown(settled.Open), Shown(settled.Credited), Shown(settled.WrittenOff), document.Notes,
            invoice.MadeAt.ToUniversalTime(), invoice.ChangedAt.ToUniversalTime(),
            new($"{RestV1.Root}/invoices/{invoice.Id}", $"/api/invoices/download/{invoice.Id}"))
        {
            SentAt = invoice.SentAt?.ToUniversalTime(),
        };

        decimal Shown(decimal amount) => new Money(amount, document.Currency).Shown();

        Line LineOf(InvoiceLine line) =>
            new(line.Name, line.Description, line.Quantity, line.Unit, line.UnitPrice, Shown(line.Discount), line.Rate, line.Category.ToString(), Shown(line.Net));
    }
}
