using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Codes out of their lists (BR-CL-…).</summary>
static class CodeRules
{
    static readonly HashSet<string> Files =
    [
        "application/pdf", "image/png", "image/jpeg", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.oasis.opendocument.spreadsheet",
    ];

    public static readonly Pattern All = new([.. Contexts]);

    /// <summary>Attributes are asked wherever they stand, each for itself: an element may carry both.</summary>
    public static readonly Pattern OfCurrencies =
        new([On("*", node => node.Attribute("currencyID") is not null, CodeOf("BR-CL-03", "BT-5", "currencyID", "currencies") with { Key = RuleKeys.CurrencyUnknown })]);

    public static readonly Pattern OfUnits =
        new([On("*", node => node.Attribute("unitCode") is not null, CodeOf("BR-CL-23", "BT-130", "unitCode", "units") with { Key = RuleKeys.UnitUnknown })]);

    static IEnumerable<Context> Contexts =>
    [
        On("InvoiceTypeCode", Code("BR-CL-01", "BT-3", "types.invoice", RuleKeys.TypeNotAllowed)),
        On("CreditNoteTypeCode", Code("BR-CL-01", "BT-3", "types.credit", RuleKeys.TypeNotAllowed)),
        On("DocumentCurrencyCode", Code("BR-CL-04", "BT-5", "currencies", RuleKeys.CurrencyUnknown)),
        On("TaxCurrencyCode", Code("BR-CL-05", "BT-6", "currencies", RuleKeys.CurrencyUnknown)),
        On("DescriptionCode", In("InvoicePeriod"), Code("BR-CL-06", "BT-8", "taxpoints")),
        On("ID", node => node.Attribute("schemeID") is not null && node.Parent is { Name: "AdditionalDocumentReference" or "DocumentReference" } reference
            && reference.All("DocumentTypeCode").Exists(code => code.Text == "130"), CodeOf("BR-CL-07", "BT-18", "schemeID", "references")),
        On("ID", Schemed("PartyIdentification"), new Rule("BR-CL-10", RuleKeys.CodeUnknown, "BT-29", null, id => CodeLists.Has("identifiers", id.Attribute("schemeID")!)
            || (XPath.Tidy(id.Attribute("schemeID")) == "SEPA" && (id.IsIn("AccountingSupplierParty") || id.IsIn("PayeeParty")))) { Detail = "schemeID" }),
        On("CompanyID", Schemed("PartyLegalEntity"), CodeOf("BR-CL-11", "BT-30", "schemeID", "identifiers")),
        On("ItemClassificationCode", node => node.Attribute("listID") is not null && In("CommodityClassification")(node), CodeOf("BR-CL-13", "BT-158", "listID", "classifications")),
        On("IdentificationCode", In("Country"), Code("BR-CL-14", "BT-55", "countries", RuleKeys.CountryUnknown)),
        On("IdentificationCode", In("OriginCountry"), Code("BR-CL-15", "BT-159", "countries", RuleKeys.CountryUnknown)),
        On("PaymentMeansCode", In("PaymentMeans"), Code("BR-CL-16", "BT-81", "means", RuleKeys.MeansUnknown)),
        On("ID", In("TaxCategory"), Code("BR-CL-17", "BT-118", "categories")),
        On("ID", In("ClassifiedTaxCategory"), Code("BR-CL-18", "BT-151", "categories")),
        On("AllowanceChargeReasonCode", node => node.Parent is { Name: "AllowanceCharge" } allowance && allowance.IsCharge(false), Code("BR-CL-19", "BT-98", "allowances")),
        On("AllowanceChargeReasonCode", node => node.Parent is { Name: "AllowanceCharge" } charge && charge.IsCharge(true), Code("BR-CL-20", "BT-105", "charges")),
        On("ID", Schemed("StandardItemIdentification"), CodeOf("BR-CL-21", "BT-157", "schemeID", "identifiers")),
        On("TaxExemptionReasonCode", new Rule("BR-CL-22", RuleKeys.ExemptionUnknown, "BT-121", null, code => CodeLists.Has("exemptions", code.Text.ToUpperInvariant()))),
        On("EmbeddedDocumentBinaryObject", node => node.Attribute("mimeCode") is not null, new Rule("BR-CL-24", RuleKeys.CodeUnknown, "BT-125", null, file => Files.Contains(file.Attribute("mimeCode")!)) { Detail = "mimeCode" }),
        On("EndpointID", node => node.Attribute("schemeID") is not null, CodeOf("BR-CL-25", "BT-34", "schemeID", "endpoints")),
        On("ID", Schemed("DeliveryLocation"), CodeOf("BR-CL-26", "BT-71", "schemeID", "identifiers")),
    ];

    static Func<Node, bool> Schemed(string parent) => node => node.Parent?.Name == parent && node.Attribute("schemeID") is not null;
}
