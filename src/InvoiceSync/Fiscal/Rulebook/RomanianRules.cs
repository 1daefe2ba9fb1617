using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The CIUS-RO checks of package 1.0.9 (BR-RO-…), in its order: one pattern, so what stands twice is asked once.</summary>
static class RomanianRules
{
    const string Specification = "urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1";

    public static readonly Pattern All = new([.. Contexts]);

    static IEnumerable<Context> Contexts =>
    [
        On("IssueDate", Date("BR-RO-DT001", "BT-2")),
        On("TaxPointDate", Date("BR-RO-DT002", "BT-7")),
        On("DueDate", Date("BR-RO-DT003", "BT-9")),
        On("PaymentDueDate", Date("BR-RO-DT003_CN", "BT-9")),
        On("ActualDeliveryDate", Date("BR-RO-DT004", "BT-72")),
        On("StartDate", Date("BR-RO-DT005", "BT-73")),
        On("EndDate", Date("BR-RO-DT006", "BT-74")),
        On("PriceAmount", new Rule("BR-27", RuleKeys.PriceNegative, "BT-146", null, price => XPath.Double(price) >= 0)),
        On("InvoiceTypeCode", Code("BR-RO-020_1", "BT-3", "invoices", RuleKeys.TypeNotAllowed)),
        On("CreditNoteTypeCode", Code("BR-RO-020_2", "BT-3", "credits", RuleKeys.TypeNotAllowed)),
        On("Invoice", node => node.Parent is null, [.. Root]),
        On("CreditNote", node => node.Parent is null, [.. Root]),
        On("PostalAddress", node => In("TaxRepresentativeParty")(node) && InInvoice(node.Parent!), RomanianAddress.OfRepresentative),
        On("PaymentMeans",
            Length("BR-RO-L208", "BT-85", "PayeeFinancialAccount/Name", 200), Length("BR-RO-L209", "BT-88", "CardAccount/HolderName", 200),
            LengthOf("BR-RO-L1016", "BT-82", "PaymentMeansCode", "name", 100), Length("BR-RO-L140", "BT-83", "PaymentID", 140)),
        On("Address", node => In("DeliveryLocation", "Delivery")(node) && InInvoice(node.Parent!.Parent!), RomanianAddress.OfDelivery),
        On("DescriptionCode", In("InvoicePeriod"), Code("BR-RO-040", "BT-8", "taxpoints")),
        On("InvoiceLine", [.. Line]),
        On("CreditNoteLine", [.. Line]),
        On("AdditionalItemProperty", In("Item"), Length("BR-RO-L0505", "BT-160", "Name", 50), Length("BR-RO-L1025", "BT-161", "Value", 100)),
        On("AllowanceCharge", node => InInvoice(node) && node.IsCharge(false),
            Decimals("BR-DEC-RO-01", "BT-92", "Amount"), Decimals("BR-DEC-RO-02", "BT-93", "BaseAmount"), Length("BR-RO-L1017", "BT-98", "AllowanceChargeReasonCode", 100)),
        On("AllowanceCharge", node => InInvoice(node) && node.IsCharge(true),
            Decimals("BR-DEC-RO-05", "BT-99", "Amount"), Decimals("BR-DEC-RO-06", "BT-100", "BaseAmount"), Length("BR-RO-L1018", "BT-105", "AllowanceChargeReasonCode", 100)),
        On("LegalMonetaryTotal", [.. TotalsRules.Fields.Select(total => Decimals($"BR-DEC-RO-{total.Number}", total.Term, total.Path))]),
        On("TaxSubtotal", In("TaxTotal"), Decimals("BR-DEC-RO-1009", "BT-116", "TaxableAmount"), Decimals("BR-DEC-RO-1010", "BT-117", "TaxAmount")),
        .. OfLineAllowances("InvoiceLine"),
        .. OfLineAllowances("CreditNoteLine"),
        On("Note", new Rule("BR-RO-L302", RuleKeys.TextTooLong, "BT-22", null, note => XPath.Length(XPath.Tidy(note.Text)) <= 300) { Detail = "> 300" }),
        On("AdditionalDocumentReference",
            Length("BR-RO-L0308", "BT-122", "ID", 200), Length("BR-RO-L1020", "BT-123", "DocumentDescription", 100),
            Length("BR-RO-L210", "BT-124", "Attachment/ExternalReference/URI", 200), LengthOf("BR-RO-L211", "BT-125", "Attachment/EmbeddedDocumentBinaryObject", "filename", 200)),
        On("BillingReference", Once("BR-RO-A500", "BG-3", "InvoiceDocumentReference", most: 500), Length("BR-RO-L156", "BT-25", "InvoiceDocumentReference/ID", 200)),
    ];

    static IEnumerable<Rule> Root =>
    [
        new("BR-RO-001", RuleKeys.SpecOutdated, "BT-24", "CustomizationID", root => root.All("CustomizationID").Exists(id => id.Text == Specification)),
        Once("BR-RO-A020", "BG-1", "Note", most: 20) with { Key = RuleKeys.NotesTooMany },
        .. RomanianLengths.OfRoot,
        new("BR-RO-010", RuleKeys.NumberWithoutDigit, "BT-1", "ID", root => root.Tidy("ID").Any(char.IsAsciiDigit)),
        new("BR-RO-030", RuleKeys.RonVatMissing, "BT-6", "DocumentCurrencyCode", HasLei),
        new("BR-RO-065", BookKeys.SellerTaxIdMissing, "BT-31", "AccountingSupplierParty", root => !RomanianIds.AreAsked(root, "InvoiceLine") || RomanianIds.HasSeller(root)),
        new("BR-RO-120", RuleKeys.BuyerIdMissing, "BT-47", "AccountingCustomerParty", root => !RomanianIds.AreAsked(root, "InvoiceLine") || RomanianIds.HasBuyer(root)),
        .. RomanianAddress.OfParties,
    ];

    static IEnumerable<Rule> Line =>
    [
        Length("BR-RO-L1024", "BT-153", "Item/Name", 100), Length("BR-RO-L1021", "BT-133", "AccountingCost", 100),
        Length("BR-RO-L212", "BT-154", "Item/Description", 200), Length("BR-RO-L303", "BT-127", "Note", 300),
    ];

    static IEnumerable<Context> OfLineAllowances(string line) =>
    [
        On("AllowanceCharge", node => In(line)(node) && node.IsCharge(false),
            Decimals("BR-DEC-RO-24", "BT-136", "Amount"), Decimals("BR-DEC-RO-25", "BT-137", "BaseAmount"), Length("BR-RO-L1022", "BT-139", "AllowanceChargeReason", 100)),
        On("AllowanceCharge", node => In(line)(node) && node.IsCharge(true),
            Decimals("BR-DEC-RO-27", "BT-141", "Amount"), Decimals("BR-DEC-RO-28", "BT-142", "BaseAmount"), Length("BR-RO-L1023", "BT-144", "AllowanceChargeReason", 100)),
    ];

    // Both are read whatever the first says: the official check stops at a second one of either.
    static bool HasLei(Node root)
    {
        var (vat, own) = (root.Tidy("TaxCurrencyCode"), root.Tidy("DocumentCurrencyCode"));
        return vat == "RON" || own == "RON";
    }

    static Rule LengthOf(string id, string term, string path, string attribute, int most) =>
        new(id, RuleKeys.TextTooLong, term, path, node => XPath.Length(XPath.Tidy(node.One(path)?.Attribute(attribute))) <= most) { Detail = $"> {most}" };
}
