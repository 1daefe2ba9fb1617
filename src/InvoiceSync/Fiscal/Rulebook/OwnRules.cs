using System.Globalization;
using System.Text.RegularExpressions;
using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>What no official check sees: a line that is not quantity × price, VAT in lei of the wrong sign or off the rate its note tells.</summary>
static partial class OwnRules
{
    const decimal Cent = 0.01m;

    public static readonly Pattern All = new(
    [
        On("InvoiceLine", InRoot, Net("InvoicedQuantity")),
        On("CreditNoteLine", InRoot, Net("CreditedQuantity")),
        On("Invoice", node => node.Parent is null, Sign, Rate),
        On("CreditNote", node => node.Parent is null, Sign, Rate),
    ]);

    static Rule Sign => new("IS-043", BookKeys.RonVatSign, "BT-111", "TaxTotal", root =>
        Both(root) is not var (own, ron) || own == 0 || ron == 0 || Math.Sign(own) == Math.Sign(ron))
    { IsBeyond = true };

    // A cent either way is rounding.
    static Rule Rate => new("IS-041", RuleKeys.RonVatWrong, "BT-111", "TaxTotal", root =>
        Both(root) is not var (own, ron) || Told(root) is not { } rate || Math.Abs(Math.Abs(own * rate) - Math.Abs(ron)) <= Cent)
    { IsBeyond = true };

    static Rule Net(string quantity) => new("IS-021", RuleKeys.LineNetWrong, "BT-131", "LineExtensionAmount", line =>
    {
        if (line.Number(quantity) is not { } count || line.Number("Price/PriceAmount") is not { } price || line.Number("LineExtensionAmount") is not { } net) return true;
        var pieces = line.Number("Price/BaseQuantity") is { } per and not 0 ? per : 1;
        var allowances = line.All("AllowanceCharge").Sum(a => (a.IsCharge(true) ? 1 : -1) * (a.Number("Amount") ?? 0));
        return Math.Abs(count * price / pieces + allowances - net) <= Cent;
    })
    { IsBeyond = true };

    static (decimal Own, decimal Ron)? Both(Node root)
    {
        if (root.One("DocumentCurrencyCode")?.Text is not { } currency || currency == "RON" || root.One("TaxCurrencyCode")?.Text != "RON") return null;
        var totals = root.All("TaxTotal/TaxAmount");
        var (own, ron) = (totals.Find(t => t.Attribute("currencyID") == currency), totals.Find(t => t.Attribute("currencyID") == "RON"));
        return own is null || ron is null ? null : (XPath.Number(own), XPath.Number(ron));
    }

    static decimal? Told(Node root)
    {
        var currency = root.One("DocumentCurrencyCode")?.Text;
        foreach (var note in root.All("Note"))
            if (RateNote().Match(note.Text) is { Success: true } told && told.Groups["currency"].Value == currency)
                return decimal.Parse(told.Groups["rate"].Value, CultureInfo.InvariantCulture);
        return null;
    }

    [GeneratedRegex(@"\b1 (?<currency>[A-Z]{3}) = (?<rate>[0-9]{1,6}(\.[0-9]{1,10})?) RON\b", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex RateNote();
}
