using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>What the document refers to: the buyer's own marks, order, contract, project and the invoice it takes back.</summary>
static class UblReferences
{
    /// <summary>BT-19 and BT-10.</summary>
    public static void OfBuyer(ref Utf8Xml xml, DocumentReferences? known)
    {
        xml.Optional("<cbc:AccountingCost>"u8, known?.Accounting, "</cbc:AccountingCost>"u8);
        xml.Optional("<cbc:BuyerReference>"u8, known?.Buyer, "</cbc:BuyerReference>"u8);
    }

    /// <summary>BT-13, BG-3, BT-12 and BT-11. A credit note has no element for a project and tells it as a document of type 50.</summary>
    public static void OfDocuments(ref Utf8Xml xml, InvoiceDocument document)
    {
        var known = document.References;
        xml.Optional("<cac:OrderReference><cbc:ID>"u8, known?.Order, "</cbc:ID></cac:OrderReference>"u8);
        if (document.Corrects is { } preceding)
        {
            xml.Element("<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>"u8, preceding.Number, "</cbc:ID>"u8); // BT-25
            xml.Date("<cbc:IssueDate>"u8, preceding.IssuedOn, "</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>"u8); // BT-26
        }

        xml.Optional("<cac:ContractDocumentReference><cbc:ID>"u8, known?.Contract, "</cbc:ID></cac:ContractDocumentReference>"u8);
        if (document.Type == DocumentType.CreditNote) xml.Optional("<cac:AdditionalDocumentReference><cbc:ID>"u8, known?.Project, "</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"u8);
        else xml.Optional("<cac:ProjectReference><cbc:ID>"u8, known?.Project, "</cbc:ID></cac:ProjectReference>"u8);
    }
}
