using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The arithmetic of the totals, to the cent (BR-CO-10 … -18).</summary>
static class TotalsRules
{
    public static readonly IReadOnlyList<(string Number, string Term, string Path)> Fields =
    [
        ("09", "BT-106", "LineExtensionAmount"), ("10", "BT-107", "AllowanceTotalAmount"), ("11", "BT-108", "ChargeTotalAmount"), ("12", "BT-109", "TaxExclusiveAmount"),
        ("14", "BT-112", "TaxInclusiveAmount"), ("16", "BT-113", "PrepaidAmount"), ("17", "BT-114", "PayableRoundingAmount"), ("18", "BT-115", "PayableAmount"),
    ];

    public static IReadOnlyList<Rule> OfDocument =>
    [
        new("BR-CO-15", RuleKeys.TotalWithVatWrong, "BT-112", "LegalMonetaryTotal/TaxInclusiveAmount", root => root.All("DocumentCurrencyCode").TrueForAll(currency => IsInclusive(root, currency.Text))),
        new("BR-CO-18", BookKeys.Missing, "BG-23", null, root => root.Any("TaxTotal/TaxSubtotal")),
    ];

    public static IReadOnlyList<Rule> OfTotals =>
    [
        new("BR-CO-10", RuleKeys.TotalOfLinesWrong, "BT-106", "LineExtensionAmount", total =>
            total.Number("LineExtensionAmount") is { } told && told == XPath.Cents(XPath.Sum(total.Sheet.All("InvoiceLine").Concat(total.Sheet.All("CreditNoteLine")), "LineExtensionAmount"))),
        new("BR-CO-11", RuleKeys.TotalOfAllowancesWrong, "BT-107", "AllowanceTotalAmount", total => IsSum(total, "AllowanceTotalAmount", charge: false)),
        new("BR-CO-12", RuleKeys.TotalOfChargesWrong, "BT-108", "ChargeTotalAmount", total => IsSum(total, "ChargeTotalAmount", charge: true)),
        new("BR-CO-13", RuleKeys.TotalWithoutVatWrong, "BT-109", "TaxExclusiveAmount", IsExclusive),
        new("BR-CO-16", RuleKeys.PayableWrong, "BT-115", "PayableAmount", IsPayable),
    ];

    public static Rule OfVat => new("BR-CO-14", RuleKeys.TotalOfVatWrong, "BT-110", "TaxAmount", total =>
        (total.Number("TaxAmount") is { } told && told == XPath.Cents(XPath.Sum(total.All("TaxSubtotal"), "TaxAmount"))) || !total.Any("TaxSubtotal"));

    public static Rule OfRow => new("BR-CO-17", RuleKeys.VatAmountWrong, "BT-117", "TaxAmount", row =>
    {
        var rates = row.All("TaxCategory").Where(Vat.Is).Select(category => category.Number("Percent")).OfType<decimal>().ToList();
        if (rates.Count > 1) throw new UndecidableException(row, "Percent ×2");
        var tax = row.Number("TaxAmount");
        if (rates is not [var rate]) return tax is { } none && XPath.Round(none) == 0;
        return XPath.Round(rate) == 0 ? tax is { } zero && XPath.Round(zero) == 0 : CategoryRules.IsNear(tax, row.Number("TaxableAmount"), rate);
    });

    static bool IsInclusive(Node root, string currency)
    {
        var taxes = root.All("TaxTotal").ConvertAll(total => total.All("TaxAmount").FindAll(amount => amount.Attribute("currencyID") == currency));
        if (taxes.Find(found => found.Count > 1) is { } twice) throw new UndecidableException(twice[1], "TaxAmount ×2");
        if (taxes.FindAll(found => found.Count == 1) is not [[var tax]]) return false;
        var totals = root.All("LegalMonetaryTotal");
        if (totals.Count > 1) throw new UndecidableException(totals[1], "LegalMonetaryTotal ×2");
        return totals is [var one] && one.Number("TaxInclusiveAmount") is { } told && told == XPath.Cents(one.Number("TaxExclusiveAmount") + XPath.Number(tax));
    }

    static bool IsSum(Node total, string path, bool charge)
    {
        var allowances = total.Parent!.All("AllowanceCharge").FindAll(a => a.IsCharge(charge));
        return total.Number(path) is { } told ? told == XPath.Cents(XPath.Sum(allowances, "Amount")) : allowances.Count == 0;
    }

    static bool IsExclusive(Node total)
    {
        var lines = total.Number("LineExtensionAmount");
        var (allowances, charges) = (total.Number("AllowanceTotalAmount"), total.Number("ChargeTotalAmount"));
        var due = allowances is null && charges is null ? lines : XPath.Cents(lines + (charges ?? 0) - (allowances ?? 0));
        return due is not null && total.Number("TaxExclusiveAmount") == due;
    }

    static bool IsPayable(Node total)
    {
        var (payable, inclusive) = (total.Number("PayableAmount"), total.Number("TaxInclusiveAmount"));
        var (paid, rounding) = (total.Number("PrepaidAmount"), total.Number("PayableRoundingAmount"));
        var due = paid is null ? inclusive : XPath.Cents(inclusive - paid);
        var asked = rounding is null ? payable : XPath.Cents(payable - rounding);
        return due is not null && asked == due;
    }
}
