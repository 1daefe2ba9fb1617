using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The rules of the European model (EN 16931, BR-…) as ANAF's package binds them to UBL.</summary>
static class ModelRules
{
    static readonly Func<Node, bool> IsAllowance = node => node.IsCharge(false);
    static readonly Func<Node, bool> IsCharge = node => node.IsCharge(true);
    static readonly string[] Reasons = ["AllowanceChargeReason", "AllowanceChargeReasonCode"];

    public static readonly Pattern All = new([.. Head, .. Parties, .. Lines, .. Money, .. CategoryRules.All]);

    static IEnumerable<Context> Head =>
    [
        On("Invoice", node => node.Parent is null, [.. Root]),
        On("CreditNote", node => node.Parent is null, [.. Root]),
        On("AdditionalDocumentReference", Filled("BR-52", "BT-122", "ID")),
        On("BillingReference", Exists("BR-55", "BT-25", "InvoiceDocumentReference/ID")),
        On("InvoicePeriod", In("InvoiceLine"), LinePeriod),
        On("InvoicePeriod", In("CreditNoteLine"), LinePeriod),
        On("InvoicePeriod", Order("BR-29", "BG-14"), Either("BR-CO-19", BookKeys.PeriodEmpty, "BG-14", "StartDate", "EndDate", "DescriptionCode")),
        On("Note", InRoot, new Rule("BR-CL-08", RuleKeys.CodeUnknown, "BT-21", null, HasKnownSubject)),
    ];

    static IReadOnlyList<Rule> LinePeriod => [Order("BR-30", "BG-26"), Either("BR-CO-20", BookKeys.PeriodEmpty, "BG-26", "StartDate", "EndDate")];

    static IEnumerable<Rule> Root =>
    [
        Filled("BR-01", "BT-24", "CustomizationID"),
        Filled("BR-02", "BT-1", "ID"),
        Filled("BR-03", "BT-2", "IssueDate"),
        new("BR-04", BookKeys.Missing, "BT-3", null, root => root.All("InvoiceTypeCode").Concat(root.All("CreditNoteTypeCode")).Any(code => code.Text.Length > 0)),
        Filled("BR-05", "BT-5", "DocumentCurrencyCode"),
        Filled("BR-06", "BT-27", "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"),
        Filled("BR-07", "BT-44", "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName"),
        Exists("BR-08", "BG-5", "AccountingSupplierParty/Party/PostalAddress"),
        Exists("BR-10", "BG-8", "AccountingCustomerParty/Party/PostalAddress"),
        Either("BR-16", RuleKeys.LinesMissing, "BG-25", "InvoiceLine", "CreditNoteLine"),
        new("BR-53", RuleKeys.RonVatMissing, "BT-111", "TaxCurrencyCode", root => root.All("TaxCurrencyCode").TrueForAll(currency =>
            root.Sheet.All("TaxTotal").Any(total => total.All("TaxAmount").Exists(amount => amount.Attribute("currencyID") == currency.Text)))),
        Once("BR-66", "BG-18", "PaymentMeans/CardAccount"),
        Once("BR-67", "BG-19", "PaymentMeans/PaymentMandate"),
        new("BR-CO-03", BookKeys.TaxPointTwice, "BT-7", "TaxPointDate", root => !root.Any("TaxPointDate") || !root.Any("InvoicePeriod/DescriptionCode")),
        .. TotalsRules.OfDocument,
        .. CategoryHeadRules.All,
    ];

    static IEnumerable<Context> Parties =>
    [
        On("EndpointID", In("Party", "AccountingCustomerParty"), Scheme("BR-63", "BT-49")),
        On("EndpointID", In("Party", "AccountingSupplierParty"), Scheme("BR-62", "BT-34")),
        On("PostalAddress", In("Party", "AccountingCustomerParty"), Filled("BR-11", "BT-55", "Country/IdentificationCode")),
        On("PostalAddress", In("Party", "AccountingSupplierParty"), Filled("BR-09", "BT-40", "Country/IdentificationCode")),
        On("PostalAddress", In("TaxRepresentativeParty"), Filled("BR-20", "BT-69", "Country/IdentificationCode")),
        On("Address", In("DeliveryLocation", "Delivery"), Exists("BR-57", "BT-80", "Country/IdentificationCode")),
        On("PayeeParty", new Rule("BR-17", BookKeys.PayeeName, "BT-59", "PartyName", PayeeRules.IsNamedApart)),
        On("AccountingSupplierParty", new Rule("BR-CO-26", BookKeys.SellerUnidentified, "BT-29", null, seller =>
            seller.All("Party/PartyTaxScheme").Exists(scheme => Vat.Is(scheme) && scheme.Any("CompanyID")) || seller.Any("Party/PartyIdentification/ID") || seller.Any("Party/PartyLegalEntity/CompanyID"))),
        On("TaxRepresentativeParty",
            Filled("BR-18", "BT-62", "PartyName/Name"),
            Exists("BR-19", "BG-12", "PostalAddress"),
            new Rule("BR-56", BookKeys.Missing, "BT-63", "PartyTaxScheme", party => party.All("PartyTaxScheme").Exists(scheme => Vat.IsAlone(scheme) && scheme.Any("CompanyID")))),
        On("PartyTaxScheme", Vat.Is, new Rule("BR-CO-09", RuleKeys.VatPrefixMissing, "BT-31", "CompanyID", scheme => CodeLists.Contains("vatcountries", Start(scheme.One("CompanyID")?.Text ?? "")))),
    ];

    static IEnumerable<Context> Lines =>
    [
        On("InvoiceLine", [.. Line]),
        On("CreditNoteLine", [.. Line]),
        .. OfLineAllowances("InvoiceLine"),
        .. OfLineAllowances("CreditNoteLine"),
        On("AdditionalItemProperty", new Rule("BR-54", BookKeys.AttributeIncomplete, "BG-32", null, property => property.Any("Name") && property.Any("Value"))),
        On("ItemClassificationCode", OfItem("CommodityClassification"), Scheme("BR-65", "BT-158", "listID")),
        On("ID", OfItem("StandardItemIdentification"), Scheme("BR-64", "BT-157")),
    ];

    static IEnumerable<Rule> Line =>
    [
        Filled("BR-21", "BT-126", "ID"),
        Either("BR-22", BookKeys.Missing, "BT-129", "InvoicedQuantity", "CreditedQuantity"),
        new("BR-23", BookKeys.Missing, "BT-130", null, line => line.All("InvoicedQuantity").Concat(line.All("CreditedQuantity")).Any(quantity => quantity.Attribute("unitCode") is not null)),
        Exists("BR-24", "BT-131", "LineExtensionAmount"),
        Filled("BR-25", "BT-153", "Item/Name"),
        Exists("BR-26", "BT-146", "Price/PriceAmount"),
        new("BR-28", RuleKeys.PriceNegative, "BT-148", "Price/AllowanceCharge/BaseAmount", line =>
            line.All("Price/AllowanceCharge/BaseAmount") is var gross && (gross.Count == 0 || gross.Exists(price => XPath.Double(price) >= 0))),
        new("BR-CO-04", BookKeys.Missing, "BT-151", "Item", line => line.All("Item/ClassifiedTaxCategory").Exists(category => Vat.IsAlone(category) && category.Any("ID"))),
        Decimals("BR-DEC-23", "BT-131", "LineExtensionAmount"),
    ];

    static IEnumerable<Context> OfLineAllowances(string line) =>
    [
        On("AllowanceCharge", node => In(line)(node) && IsAllowance(node),
            Exists("BR-41", "BT-136", "Amount"), Either("BR-42", RuleKeys.ReasonMissing, "BT-139", Reasons), Either("BR-CO-23", RuleKeys.ReasonMissing, "BT-139", Reasons),
            Decimals("BR-DEC-24", "BT-136", "Amount"), Decimals("BR-DEC-25", "BT-137", "BaseAmount")),
        On("AllowanceCharge", node => In(line)(node) && IsCharge(node),
            Exists("BR-43", "BT-141", "Amount"), Either("BR-44", RuleKeys.ReasonMissing, "BT-144", Reasons), Either("BR-CO-24", RuleKeys.ReasonMissing, "BT-144", Reasons),
            Decimals("BR-DEC-27", "BT-141", "Amount"), Decimals("BR-DEC-28", "BT-142", "BaseAmount")),
    ];

    static IEnumerable<Context> Money =>
    [
        On("PayableAmount", node => In("LegalMonetaryTotal")(node) && InInvoice(node.Parent!), new Rule("BR-CO-25", RuleKeys.DueMissing, "BT-115", null, amount => XPath.Double(amount) switch
        {
            > 0 => amount.Sheet.Any("DueDate") || amount.Sheet.All("PaymentTerms").Any(terms => terms.Any("Note")),
            var due => due <= 0,
        })),
        On("AllowanceCharge", node => InRoot(node) && IsAllowance(node),
            Exists("BR-31", "BT-92", "Amount"), Category("BR-32", "BT-95"), Either("BR-33", RuleKeys.ReasonMissing, "BT-97", Reasons), Either("BR-CO-21", RuleKeys.ReasonMissing, "BT-97", Reasons),
            Decimals("BR-DEC-01", "BT-92", "Amount"), Decimals("BR-DEC-02", "BT-93", "BaseAmount")),
        On("AllowanceCharge", node => InRoot(node) && IsCharge(node),
            Exists("BR-36", "BT-99", "Amount"), Category("BR-37", "BT-102"), Either("BR-38", RuleKeys.ReasonMissing, "BT-104", Reasons), Either("BR-CO-22", RuleKeys.ReasonMissing, "BT-104", Reasons),
            Decimals("BR-DEC-05", "BT-99", "Amount"), Decimals("BR-DEC-06", "BT-100", "BaseAmount")),
        On("LegalMonetaryTotal", [
            Exists("BR-12", "BT-106", "LineExtensionAmount"), Exists("BR-13", "BT-109", "TaxExclusiveAmount"),
            Exists("BR-14", "BT-112", "TaxInclusiveAmount"), Exists("BR-15", "BT-115", "PayableAmount"),
            .. TotalsRules.OfTotals, .. TotalsRules.Fields.Select(total => Decimals($"BR-DEC-{total.Number}", total.Term, total.Path))]),
        On("TaxTotal", InRoot, TotalsRules.OfVat),
        On("TaxSubtotal", In("TaxTotal"),
            Exists("BR-45", "BT-116", "TaxableAmount"), Exists("BR-46", "BT-117", "TaxAmount"), Category("BR-47", "BT-118"),
            new Rule("BR-48", BookKeys.Missing, "BT-119", "TaxCategory", row => row.All("TaxCategory").Where(Vat.Is).Any(category => category.Any("Percent") || category.Tidy("ID") == "O")),
            TotalsRules.OfRow, Decimals("BR-DEC-19", "BT-116", "TaxableAmount"), Decimals("BR-DEC-20", "BT-117", "TaxAmount")),
        On("CardAccount", In("PaymentMeans"), new Rule("BR-51", BookKeys.CardNumber, "BT-87", "PrimaryAccountNumberID", card => XPath.Length(card.One("PrimaryAccountNumberID")?.Text ?? "") <= 10) { IsWarning = true }),
        On("PayeeFinancialAccount", node => node.Parent is { Name: "PaymentMeans" } means && means.All("PaymentMeansCode").Exists(code => code.Text is "30" or "58"), Filled("BR-50", "BT-84", "ID")),
        On("PaymentMeans", Exists("BR-49", "BT-81", "PaymentMeansCode"),
            new Rule("BR-61", RuleKeys.IbanMissing, "BT-84", null, means => means.Tidy("PaymentMeansCode") is not ("30" or "58") || means.Any("PayeeFinancialAccount/ID"))),
    ];

    static Rule Category(string id, string term) =>
        new(id, BookKeys.Missing, term, "TaxCategory", node => node.All("TaxCategory").Exists(category => Vat.Is(category) && category.Any("ID")));

    static Rule Order(string id, string term) => new(id, RuleKeys.PeriodReversed, term, "EndDate", period =>
        !period.Any("StartDate") || !period.Any("EndDate") || XPath.Date(period.One("EndDate")!) >= XPath.Date(period.One("StartDate")!));

    static Func<Node, bool> OfItem(string holder) => node => In(holder, "Item", "InvoiceLine")(node) || In(holder, "Item", "CreditNoteLine")(node);

    static string Start(string text) => text.Length > 2 ? text[..2] : text;

    // A note may begin with the code of its subject between hashes: #AAI#.
    static bool HasKnownSubject(Node note)
    {
        if (note.Text.Split('#') is not [_, var code, _, ..] || XPath.Length(code) != 3) return true;
        return CodeLists.Contains("notes", code);
    }
}
