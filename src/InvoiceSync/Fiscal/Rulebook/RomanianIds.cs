namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>When CIUS-RO asks for the tax ids of the two sides (BR-RO-065, -120). For O, and officially for credit notes, it does not.</summary>
static class RomanianIds
{
    static readonly HashSet<string> Asking = ["S", "Z", "E", "AE", "K", "G", "L", "M"];

    public static bool AreAsked(Node root, string lines) =>
        root.All("AllowanceCharge").Exists(IsAskedBy) || root.All($"{lines}/Item/ClassifiedTaxCategory/ID").Exists(id => Asking.Contains(id.Text));

    public static bool HasSeller(Node root) => root.Any("TaxRepresentativeParty/PartyTaxScheme/CompanyID") || IsSaid(root, "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID");

    // An empty legal id passes officially, an empty VAT id does not.
    public static bool HasBuyer(Node root) => root.Any("AccountingCustomerParty/Party/PartyLegalEntity/CompanyID") || IsSaid(root, "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID");

    static bool IsSaid(Node root, string path) => root.All(path).Exists(id => XPath.Tidy(id.Text).Length > 0);

    static bool IsAskedBy(Node allowance)
    {
        var indicator = allowance.All("ChargeIndicator");
        var (isCharge, isAllowance) = (indicator.Exists(i => i.Text == "true"), indicator.Exists(i => i.Text == "false"));
        return allowance.All("TaxCategory").Exists(category => category.All("ID").Exists(id =>
            Asking.Contains(id.Text) && (isCharge || (isAllowance && category.All("TaxScheme/ID").Exists(scheme => scheme.Text == "VAT")))));
    }
}
