namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Questions about VAT the rules share.</summary>
static class Vat
{
    /// <summary>The category or tax scheme is of VAT, in whatever case.</summary>
    public static bool Is(Node node) => node.All("TaxScheme").Exists(scheme => scheme.Tidy("ID").Equals("VAT", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The same where the official wording can bear one scheme only, and stops at a second: TaxScheme/(… = 'VAT') in brackets of
    /// its own, not TaxScheme/… = 'VAT', to which any of several will do.
    /// </summary>
    public static bool IsAlone(Node node) =>
        node.All("TaxScheme") is [_, var second, ..] ? throw new UndecidableException(second, "TaxScheme ×2") : Is(node);

    public static bool Is(Node node, string category) => node.Tidy("ID") == category && Is(node);

    /// <summary>The category rows of the VAT table (BG-23).</summary>
    public static IEnumerable<Node> Rows(Node root) => root.All("TaxTotal/TaxSubtotal/TaxCategory");

    public static bool HasRow(Node root, string category) => Ids(Rows(root), category).Any();

    /// <summary>The ids of a category among VAT categories, which may have several where the schemas are ignored.</summary>
    public static IEnumerable<Node> Ids(IEnumerable<Node> categories, string category) =>
        from node in categories
        where Is(node) // before its ids, as officially: a scheme with two ids stops the check whatever the category
        from id in node.All("ID")
        where XPath.Tidy(id.Text) == category
        select id;

    /// <summary>The categories of allowances or charges, at any level.</summary>
    public static IEnumerable<Node> OfAllowances(Sheet sheet, bool charge) =>
        sheet.All("AllowanceCharge").Where(allowance => allowance.IsCharge(charge)).SelectMany(allowance => allowance.All("TaxCategory"));

    public static bool HasPayer(Sheet sheet, string party, bool onlyVat)
    {
        foreach (var side in sheet.All(party))
            foreach (var scheme in side.All("Party/PartyTaxScheme"))
                if ((!onlyVat || IsAlone(scheme)) && scheme.Any("CompanyID")) return true;
        return false;
    }

    public static bool HasRepresentative(Sheet sheet) =>
        sheet.All("TaxRepresentativeParty").SelectMany(party => party.All("PartyTaxScheme")).Any(scheme => IsAlone(scheme) && scheme.Any("CompanyID"));
}
