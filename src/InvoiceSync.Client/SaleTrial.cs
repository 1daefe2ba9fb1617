namespace InvoiceSync.Client;

/// <summary>What a sale of Stripe would become: each key of its metadata with its use, and the invoice, or the reason why there would be none.</summary>
public sealed record SaleTrial(IReadOnlyList<SaleTrial.Field> Keys, SaleTrial.Invoice? Document, SaleTrial.Problem? Obstacle)
{
    public sealed record Field(string Key, string Value, string? Becomes);

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
        IReadOnlyList<string> VatCategories);

    public sealed record Problem(string Code, string Message);
}
