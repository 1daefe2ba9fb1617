using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>A pro-forma or a quote: what an invoice would say, which it is not. Invoice_id is the draft made of it, and the invoice of the same id once that is issued.</summary>
sealed record EstimateBody(
    string Id,
    string Number,
    string Type,
    string Status,
    InvoiceBody.Buyer Customer,
    DateOnly IssueDate,
    DateOnly ValidUntil,
    string Currency,
    IReadOnlyList<InvoiceBody.Line> LineItems,
    decimal Subtotal,
    decimal Tax,
    decimal Total,
    string? InvoiceId,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string> Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    EstimateBody.Addresses Links)
{
    public sealed record Addresses(string Self, string Pdf, string? Invoice);

    public static EstimateBody Of(GetEstimate.View estimate)
    {
        var (document, totals, self) = (estimate.Document, estimate.Document.Totals, $"{RestV1.Root}/estimates/{estimate.Id}");
        return new(
            estimate.Id.ToString(), document.Number, estimate.Kind.OnTheWire(), estimate.Status.OnTheWire(),
            new(estimate.CustomerId?.ToString(), document.Buyer.Name, document.Buyer.Email, document.Buyer.LegalId, document.Buyer.VatId, document.Buyer.Address.Country),
            document.IssuedOn, estimate.ValidUntil, document.Currency.Code, [.. document.Lines.Select(line => InvoiceBody.LineOf(line, document.Currency))],
            Shown(totals.TaxExclusive), Shown(totals.Vat), Shown(totals.TaxInclusive), estimate.Invoice?.ToString(), document.Notes, estimate.Metadata,
            estimate.MadeAt.ToUniversalTime(), estimate.ChangedAt.ToUniversalTime(), new(self, $"{self}/pdf", estimate.Invoice is { } invoice ? $"{RestV1.Root}/invoices/{invoice}" : null));

        decimal Shown(decimal amount) => new Money(amount, document.Currency).Shown();
    }
}
