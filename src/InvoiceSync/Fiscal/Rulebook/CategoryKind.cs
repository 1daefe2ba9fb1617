namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// A VAT category as its ten rules see it: BR-{Prefix}-01 … -10. Taxed ones (S, L, M) have a rate and no reason, all but O name
/// the seller's tax id; exports and supplies within the EU want the VAT id itself.
/// </summary>
sealed record CategoryKind(string Prefix, string Code)
{
    public static readonly IReadOnlyList<CategoryKind> All =
        [new("AE", "AE"), new("E", "E"), new("G", "G"), new("IC", "K"), new("IG", "L"), new("IP", "M"), new("O", "O"), new("S", "S"), new("Z", "Z")];

    public bool IsTaxed => Code is "S" or "L" or "M";

    public bool HasReason => Code is "AE" or "E" or "G" or "K" or "O";

    public bool WantsVatId => Code is "G" or "K";

    public string Id(int rule) => $"BR-{Prefix}-{rule:00}";
}
