using System.Globalization;
using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>What each VAT category asks of a line, an allowance, a charge (rate: -05, -06, -07) and of its row in the VAT table (base -08, tax -09, reason -10).</summary>
static class CategoryRules
{
    static readonly Func<Node, bool> OfTable = node => In("TaxSubtotal", "TaxTotal")(node) && node.Parent!.Parent!.Parent is { Parent: null };
    static readonly Func<Node, bool> OfInvoiceLine = In("Item", "InvoiceLine");
    static readonly Func<Node, bool> OfCreditLine = In("Item", "CreditNoteLine");

    public static IEnumerable<Context> All => CategoryKind.All.SelectMany(Of);

    static IEnumerable<Context> Of(CategoryKind kind)
    {
        yield return On("TaxCategory", node => OfTable(node) && Vat.Is(node, kind.Code), Base(kind), Tax(kind), Reason(kind));
        yield return On("TaxCategory", node => OfAllowance(node, charge: false) && Vat.Is(node, kind.Code), Rate(kind, 6, "BT-96"));
        yield return On("TaxCategory", node => OfAllowance(node, charge: true) && Vat.Is(node, kind.Code), Rate(kind, 7, "BT-103"));
        yield return On("ClassifiedTaxCategory", node => (OfInvoiceLine(node) || OfCreditLine(node)) && Vat.Is(node, kind.Code), Rate(kind, 5, "BT-152"));
    }

    static bool OfAllowance(Node node, bool charge) => node.Parent is { Name: "AllowanceCharge" } allowance && allowance.IsCharge(charge);

    static Rule Rate(CategoryKind kind, int number, string term) => kind.Code switch
    {
        "O" => new(kind.Id(number), BookKeys.RateForOutside, term, "Percent", node => !node.Any("Percent")),
        "S" => new(kind.Id(number), RuleKeys.RateMissing, term, "Percent", node => node.All("Percent").Exists(rate => XPath.Double(rate) > 0)),
        "L" or "M" => new(kind.Id(number), RuleKeys.RateMissing, term, "Percent", node => node.All("Percent").Exists(rate => XPath.Double(rate) >= 0)),
        _ => new(kind.Id(number), RuleKeys.RateForExempt, term, "Percent", node => node.Number("Percent") == 0) { Detail = kind.Code },
    };

    static Rule Tax(CategoryKind kind) => new(kind.Id(9), RuleKeys.VatAmountWrong, "BT-117", null, kind.IsTaxed
        ? node => IsNear(node.Parent!.Number("TaxAmount"), node.Parent!.Number("TaxableAmount"), node.Number("Percent"))
        : node => node.Parent!.Number("TaxAmount") == 0)
    { Detail = kind.Code };

    static Rule Reason(CategoryKind kind) => kind.HasReason
        ? new(kind.Id(10), RuleKeys.ReasonMissing, "BT-120", null, HasReason) { Detail = kind.Code }
        : new(kind.Id(10), RuleKeys.ReasonNotAllowed, "BT-120", "TaxExemptionReason", node => !HasReason(node)) { Detail = kind.Code };

    static Rule Base(CategoryKind kind) => new(kind.Id(8), RuleKeys.VatBaseWrong, "BT-116", null, node => kind.Code switch
    {
        "S" => node.All("Percent").ConvertAll(XPath.Number).TrueForAll(rate => HoldsStandard(node, rate)),
        "L" or "M" => node.All("Percent").ConvertAll(XPath.Number).TrueForAll(rate => HoldsTaxed(node, kind.Code, rate)),
        _ => HoldsUntaxed(node, kind.Code),
    })
    { Detail = kind.Code };

    /// <summary>Within one unit of rate × base, either way, signs left aside (BR-CO-17 and -09 alike).</summary>
    public static bool IsNear(decimal? tax, decimal? taxable, decimal? rate)
    {
        if (tax is not { } told || XPath.Cents(Math.Abs(taxable ?? 0) * (rate / 100)) is not { } due || taxable is null) return false;
        return Math.Abs(told) - 1 < due && Math.Abs(told) + 1 > due;
    }

    static bool HasReason(Node node) => node.Any("TaxExemptionReason") || node.Any("TaxExemptionReasonCode");

    static bool HoldsUntaxed(Node node, string code)
    {
        var told = node.Parent!.Number("TaxableAmount");
        return (node.Sheet.Any("InvoiceLine") && told == Sum(node, "InvoiceLine", code, null)) || (node.Sheet.Any("CreditNoteLine") && told == Sum(node, "CreditNoteLine", code, null));
    }

    static bool HoldsTaxed(Node node, string code, decimal rate) =>
        (node.Sheet.Any("InvoiceLine") && IsAround(node, Sum(node, "InvoiceLine", code, rate)))
        || (node.Sheet.Any("CreditNoteLine") && IsAround(node, Sum(node, "CreditNoteLine", code, rate)));

    // The rate must be used somewhere at all; a credit note's rows are compared with credit note lines, an invoice's with invoice lines.
    static bool HoldsStandard(Node node, decimal rate)
    {
        var allowances = node.Sheet.All("AllowanceCharge").Any(a => Carries(a, "TaxCategory", "S", rate));
        return ((node.Sheet.All("InvoiceLine").Any(l => Carries(l, "Item/ClassifiedTaxCategory", "S", rate)) || allowances) && IsAround(node, Sum(node, "InvoiceLine", "S", rate)))
            || ((node.Sheet.All("CreditNoteLine").Any(l => Carries(l, "Item/ClassifiedTaxCategory", "S", rate)) || allowances) && IsAround(node, Sum(node, "CreditNoteLine", "S", rate)));
    }

    static decimal Sum(Node node, string lines, string code, decimal? rate)
    {
        var root = node.Sheet.Root;
        var allowances = root.All("AllowanceCharge").FindAll(a => Carries(a, "TaxCategory", code, rate));
        return XPath.Sum(root.All(lines).Where(line => Carries(line, "Item/ClassifiedTaxCategory", code, rate)), "LineExtensionAmount")
            + XPath.Sum(allowances.Where(a => a.IsCharge(true)), "Amount")
            - XPath.Sum(allowances.Where(a => a.IsCharge(false)), "Amount");
    }

    static bool Carries(Node holder, string path, string code, decimal? rate)
    {
        var categories = holder.All(path);
        return categories.Exists(c => c.Tidy("ID") == code) && (rate is null || categories.Exists(c => c.Number("Percent") == rate));
    }

    // The official check subtracts and adds one in binary floating point before it compares; at exactly one unit off that decides.
    static bool IsAround(Node node, decimal sum)
    {
        if (node.Parent!.One("TaxableAmount") is not { } told) return false;
        var (exact, binary) = (XPath.Number(told), XPath.Double(told));
        return Math.Abs(Math.Abs(exact - sum) - 1) > 0.001m ? Math.Abs(exact - sum) < 1 : Exact(binary - 1) < sum && Exact(binary + 1) > sum;
    }

    static decimal Exact(double value) => decimal.Parse(value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
