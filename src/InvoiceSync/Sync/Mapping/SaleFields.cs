using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// A sale's notes of its merchant, read by the company's own rules. What the sale says goes before what its customer says, and both
/// before the tax number somebody told for the buyer's address.
/// </summary>
sealed class SaleFields(SourceSale sale, MappingRules rules, string? toldTaxId = null)
{
    public string? TaxId => Of(MappedField.BuyerTaxId) ?? toldTaxId;

    public string? Cnp => rules.TellsCnp ? Of(MappedField.BuyerCnp) : null;

    /// <summary>Null when nothing is said. One that is none of ours stops the mapping: nothing about VAT is guessed.</summary>
    public VatCategory? Category => Of(MappedField.VatCategory)?.ToUpperInvariant() switch
    {
        null => null,
        "Z" => VatCategory.Z,
        "E" => VatCategory.E,
        "AE" => VatCategory.AE,
        "K" => VatCategory.K,
        "G" => VatCategory.G,
        var other => throw new UnusualSaleException("field.category_unknown", $"The VAT category {other} is none of Z, E, AE, K and G."),
    };

    public DocumentReferences? References
    {
        get
        {
            var known = new DocumentReferences(
                Short(MappedField.BuyerReference), Short(MappedField.Project), Short(MappedField.Contract), Short(MappedField.Order), Short(MappedField.Accounting, DocumentReferences.LongestAccounting));
            return known.AreEmpty ? null : known;
        }
    }

    public IReadOnlyList<string> Notes => [.. rules.Fields.Where(f => f.To == MappedField.Note).Select(f => Said(f.Key)).OfType<string>()];

    string? Said(string key) => Said(sale.Metadata, key) ?? Said(sale.Customer.Metadata, key);

    string? Of(MappedField field) => rules.Fields.Where(f => f.To == field).Select(f => Said(f.Key)).FirstOrDefault(v => v is not null);

    string? Short(MappedField field, int longest = DocumentReferences.Longest)
    {
        var text = Of(field);
        SaleMapper.Unless(text is null || text.Length <= longest, "field.too_long", $"\"{text}\" is longer than the {longest} characters an e-invoice takes there.");
        return text;
    }

    // Two programs seldom agree on capitals.
    static string? Said(IReadOnlyDictionary<string, string> notes, string key) =>
        notes.FirstOrDefault(n => string.Equals(n.Key, key, StringComparison.OrdinalIgnoreCase)).Value?.Trim() is { Length: > 0 } value ? value : null;
}
