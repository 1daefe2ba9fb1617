using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>What the binding to UBL asks on top: what may stand once only (UBL-SR-…), the shape of amounts and files (UBL-DT-…), two elements beyond the table of absent ones.</summary>
static class SyntaxRules
{
    const string Seller = "AccountingSupplierParty/Party";
    const string Buyer = "AccountingCustomerParty/Party";

    public static readonly Pattern All = new([.. Contexts]);

    static IEnumerable<Context> Contexts =>
    [
        On("Party", In("AccountingSupplierParty"), Once("UBL-SR-42", "BT-31", "PartyTaxScheme", most: 2)),
        On("AdditionalDocumentReference", Once("UBL-SR-33", "BT-123", "DocumentDescription"), new Rule("UBL-SR-43", BookKeys.ReferenceType, "BT-18", "DocumentTypeCode", HasFittingType)),
        On("*Amount", node => !node.Name.EndsWith("PriceAmount", StringComparison.Ordinal) && !IsOfPriceDiscount(node),
            new Rule("UBL-DT-01", RuleKeys.AmountTooFine, null, null, amount => XPath.Decimals(amount.Text) <= 2)),
        On("*BinaryObject", Scheme("UBL-DT-06", "BT-125", "mimeCode"), Scheme("UBL-DT-07", "BT-125", "filename")),
        On("Delivery", Once("UBL-SR-25", "BT-70", "DeliveryParty/PartyName/Name")),
        On("AllowanceCharge", node => node.IsCharge(false), Once("UBL-SR-30", "BT-97", "AllowanceChargeReason")),
        On("AllowanceCharge", node => node.IsCharge(true), Once("UBL-SR-31", "BT-104", "AllowanceChargeReason")),
        On("Invoice", node => node.Parent is null, [.. Root]),
        On("CreditNote", node => node.Parent is null, [.. Root]),
        On("InvoiceLine", [.. Line]),
        On("CreditNoteLine", [.. Line]),
        On("PayeeParty", PayeeRules.Once),
        On("PaymentMeans", Once("UBL-SR-26", "BT-83", "PaymentID"), Once("UBL-SR-27", "BT-81", "PaymentMeansCode"), Once("UBL-SR-28", "BT-89", "PaymentMandate/ID")),
        On("BillingReference", Once("UBL-SR-06", "BG-3", "InvoiceDocumentReference"), Exists("UBL-SR-07", "BT-25", "InvoiceDocumentReference/ID")),
        On("TaxRepresentativeParty", Once("UBL-SR-22", "BT-62", "Party/PartyName/Name"), Once("UBL-SR-23", "BT-63", "Party/PartyTaxScheme/CompanyID")),
        On("TaxSubtotal", Once("UBL-SR-32", "BT-120", "TaxCategory/TaxExemptionReason")),
    ];

    static IEnumerable<Rule> Root =>
    [
        Once("UBL-SR-01", "BT-12", "ContractDocumentReference/ID"),
        Once("UBL-SR-02", "BT-15", "ReceiptDocumentReference/ID"),
        Once("UBL-SR-03", "BT-16", "DespatchDocumentReference/ID"),
        new("UBL-SR-04", BookKeys.Repeated, "BT-18", "AdditionalDocumentReference", root => root.All("AdditionalDocumentReference").Where(IsObject).Sum(reference => reference.All("ID").Count) <= 1),
        Once("UBL-SR-05", "BT-20", "PaymentTerms/Note"),
        Once("UBL-SR-08", "BG-14", "InvoicePeriod"),
        Once("UBL-SR-09", "BT-27", $"{Seller}/PartyLegalEntity/RegistrationName"),
        Once("UBL-SR-10", "BT-28", $"{Seller}/PartyName/Name"),
        Once("UBL-SR-11", "BT-30", $"{Seller}/PartyLegalEntity/CompanyID"),
        OnceTaxed("UBL-SR-12", "BT-31", Seller, vat: true),
        OnceTaxed("UBL-SR-13", "BT-32", Seller, vat: false),
        Once("UBL-SR-14", "BT-33", $"{Seller}/PartyLegalEntity/CompanyLegalForm"),
        Once("UBL-SR-15", "BT-44", $"{Buyer}/PartyLegalEntity/RegistrationName"),
        Once("UBL-SR-16", "BT-46", $"{Buyer}/PartyIdentification/ID"),
        Once("UBL-SR-17", "BT-47", $"{Buyer}/PartyLegalEntity/CompanyID"),
        OnceTaxed("UBL-SR-18", "BT-48", Buyer, vat: true),
        Once("UBL-SR-24", "BG-13", "Delivery"),
        new("UBL-SR-29", BookKeys.Repeated, "BT-90", null, root => root.Sheet.All("PartyIdentification").SelectMany(party => party.All("ID")).Count(id => id.Attribute("schemeID")?.ToUpperInvariant() == "SEPA") <= 1),
        Once("UBL-SR-39", "BT-11", "ProjectReference/ID"),
        Once("UBL-SR-40", "BT-45", $"{Buyer}/PartyName/Name"),
        Same("UBL-SR-44", "BT-83", "PaymentID"),
        Once("UBL-SR-45", "BT-9", "PaymentMeans/PaymentDueDate"),
        new("UBL-SR-46", BookKeys.Repeated, "BT-82", "PaymentMeans", root => root.All("PaymentMeans/PaymentMeansCode").Count(code => code.Attribute("name") is not null) <= 1),
        Same("UBL-SR-47", "BT-81", "PaymentMeansCode"),
        Once("UBL-SR-49", "BT-8", "InvoicePeriod/DescriptionCode"),
        new("UBL-CR-002", BookKeys.NotUsed, null, "UBLVersionID", root => root.All("UBLVersionID") is var version && (version.Count == 0 || version.Exists(v => v.Text == "2.1"))) { IsWarning = true, Detail = "UBLVersionID" },
        new("UBL-CR-412", BookKeys.NotUsed, null, "PaymentMeans", root => root.Sheet.IsCreditNote || !root.Any("PaymentMeans/PaymentDueDate")) { IsWarning = true, Detail = "PaymentMeans/PaymentDueDate" },
        new("UBL-CR-665", BookKeys.NotUsed, null, "AdditionalDocumentReference", HasBareIds) { IsWarning = true, Detail = "AdditionalDocumentReference/ID/@schemeID" },
        new("UBL-CR-666", BookKeys.ReferenceType, "BT-18", "AdditionalDocumentReference", root => !Objects(root, wanted: true).Any(reference => reference.Any("Attachment"))),
        new("UBL-CR-673", BookKeys.ReferenceType, "BT-18", "AdditionalDocumentReference", root => !Objects(root, wanted: true).Any(reference => reference.Any("DocumentDescription"))),
    ];

    static IEnumerable<Rule> Line =>
    [
        Once("UBL-SR-34", "BT-127", "Note"), Once("UBL-SR-35", "BT-132", "OrderLineReference/LineID"), Once("UBL-SR-36", "BG-26", "InvoicePeriod"),
        Once("UBL-SR-37", "BT-147", "Price/AllowanceCharge/Amount"),
        new("UBL-SR-48", BookKeys.OneCategory, "BT-151", "Item", line => line.All("Item/ClassifiedTaxCategory").Count == 1),
        Once("UBL-SR-50", "BT-154", "Item/Description"),
    ];

    static Rule Same(string id, string term, string name) =>
        new(id, BookKeys.Differing, term, null, root => root.Sheet.All(name).Select(node => node.Text).Distinct().Take(2).Count() <= 1);

    static Rule OnceTaxed(string id, string term, string party, bool vat) => new(id, BookKeys.Repeated, term, party, root => root.All($"{party}/PartyTaxScheme")
        .Where(scheme => scheme.All("TaxScheme").Exists(tax => (tax.One("ID")?.Text ?? "").Equals("VAT", StringComparison.OrdinalIgnoreCase) == vat)).Sum(scheme => scheme.All("CompanyID").Count) <= 1);

    static bool IsObject(Node reference) => reference.All("DocumentTypeCode").Exists(code => code.Text == "130");

    static IEnumerable<Node> Objects(Node root, bool wanted) => root.Sheet.All("AdditionalDocumentReference").Where(reference => wanted
        ? IsObject(reference)
        : !reference.Any("DocumentTypeCode") || reference.All("DocumentTypeCode").Exists(code => code.Text != "130"));

    static bool HasBareIds(Node root) => !Objects(root, wanted: false).Any(reference => reference.All("ID").Exists(id => id.Attribute("schemeID") is not null));

    static bool HasFittingType(Node reference) => reference.All("DocumentTypeCode") is var types
        && (types.Count == 0 || types.Exists(type => type.Text == "130" || (type.Text == "50" && reference.Sheet.IsCreditNote)));

    static bool IsOfPriceDiscount(Node node)
    {
        for (var up = node.Parent; up is not null; up = up.Parent)
            if (up is { Name: "AllowanceCharge", Parent.Name: "Price" }) return true;
        return false;
    }
}
