using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Sync;

/// <summary>What a sale would become on the wire: each key with what its value becomes, and the invoice, or the reason why there would be none.</summary>
sealed record MappingTrial(IReadOnlyList<MappingTrial.Field> Keys, MappingTrial.Invoice? Document, MappingTrial.Problem? Obstacle)
{
    public sealed record Field(string Key, string Value, MappedField? Becomes);

    public sealed record Invoice(
        string Currency,
        decimal Total,
        decimal Tax,
        string Buyer,
        string? BuyerTaxId,
        string? BuyerReference,
        string? Order,
        string? Contract,
        string? Project,
        string? Accounting,
        IReadOnlyList<string> Notes,
        IReadOnlyList<VatCategory> VatCategories);

    public sealed record Problem(string Code, string Message);

    public static MappingTrial Of(TestMapping.View tried) => new(
        [.. tried.Keys.Select(k => new Field(k.Key, k.Value, k.Becomes))],
        tried.Document is { } document ? Shown(document) : null,
        tried.ProblemCode is { } code ? new(code, tried.Problem ?? "") : null);

    static Invoice Shown(InvoiceDocument it) => new(
        it.Currency.Code, new Money(it.Totals.TaxInclusive, it.Currency).Shown(), new Money(it.Totals.Vat, it.Currency).Shown(), it.Buyer.Name, it.Buyer.VatId ?? it.Buyer.LegalId, it.References?.Buyer, it.References?.Order, it.References?.Contract,
        it.References?.Project, it.References?.Accounting, it.Notes, [.. it.Lines.Select(l => l.Category).Distinct().Order()]);
}
