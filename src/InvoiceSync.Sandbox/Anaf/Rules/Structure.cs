using System.Xml;

namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>The order of the elements right under the root, as the UBL 2.1 schemas fix it. Deeper levels are not checked here.</summary>
static class Structure
{
    static readonly string[] Order =
    [
        "UBLExtensions", "UBLVersionID", "CustomizationID", "ProfileID", "ProfileExecutionID", "ID", "CopyIndicator", "UUID", "IssueDate", "IssueTime",
        "DueDate", "InvoiceTypeCode", "TaxPointDate", "CreditNoteTypeCode", "Note", "DocumentCurrencyCode", "TaxCurrencyCode", "PricingCurrencyCode",
        "PaymentCurrencyCode", "PaymentAlternativeCurrencyCode", "AccountingCostCode", "AccountingCost", "LineCountNumeric", "BuyerReference",
        "InvoicePeriod", "DiscrepancyResponse", "OrderReference", "BillingReference", "DespatchDocumentReference", "ReceiptDocumentReference",
        "StatementDocumentReference", "OriginatorDocumentReference", "ContractDocumentReference", "AdditionalDocumentReference", "ProjectReference",
        "Signature", "AccountingSupplierParty", "AccountingCustomerParty", "PayeeParty", "BuyerCustomerParty", "SellerSupplierParty",
        "TaxRepresentativeParty", "Delivery", "DeliveryTerms", "PaymentMeans", "PaymentTerms", "PrepaidPayment", "TaxExchangeRate",
        "PricingExchangeRate", "PaymentExchangeRate", "PaymentAlternativeExchangeRate", "AllowanceCharge", "TaxTotal", "WithholdingTaxTotal",
        "LegalMonetaryTotal", "InvoiceLine", "CreditNoteLine",
    ];

    // Where the credit note's schema stands in another order than the invoice's, no order is asked for.
    static readonly HashSet<string> Free =
    [
        "TaxPointDate", "CreditNoteTypeCode", "Note", "OriginatorDocumentReference", "ContractDocumentReference", "AdditionalDocumentReference",
        "TaxExchangeRate", "PricingExchangeRate", "PaymentExchangeRate", "PaymentAlternativeExchangeRate", "AllowanceCharge",
    ];

    public static string? Fault(Ubl document)
    {
        var last = -1;
        foreach (var element in document.Root.Elements())
        {
            var name = element.Name.LocalName;
            var place = Array.IndexOf(Order, name);
            if (place >= 0 && (place >= last || Free.Contains(name)))
            {
                if (!Free.Contains(name)) last = place;
                continue;
            }
            var at = (IXmlLineInfo)element;
            return $"E: validare XSD   eroare: org.xml.sax.SAXParseException; lineNumber: {at.LineNumber}; columnNumber: {at.LinePosition}; " +
                $"cvc-complex-type.2.4.a: Invalid content was found starting with element '{name}'.";
        }
        return null;
    }
}
