using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>Payment means (BG-16) and terms (BT-20).</summary>
static class UblPayment
{
    public static bool IsCreditTransfer(string means) => means is "30" or "58";

    public static void Write(ref Utf8Xml xml, InvoiceDocument document)
    {
        xml.Element("<cac:PaymentMeans><cbc:PaymentMeansCode>"u8, document.PaymentMeans, "</cbc:PaymentMeansCode>"u8);
        if (IsCreditTransfer(document.PaymentMeans) && !string.IsNullOrWhiteSpace(document.Seller.Iban)) // BR-61
        {
            xml.Element("<cac:PayeeFinancialAccount><cbc:ID>"u8, document.Seller.Iban, "</cbc:ID>"u8);
            xml.Optional("<cbc:Name>"u8, document.Seller.Bank, "</cbc:Name>"u8);
            xml.Markup("</cac:PayeeFinancialAccount>"u8);
        }

        xml.Markup("</cac:PaymentMeans>"u8);
        if (document.DueOn is null && document.Totals.Payable > 0) // BR-CO-25 asks for a due date or terms
            xml.Markup(document.Corrects is null
                ? "<cac:PaymentTerms><cbc:Note>Plata la primirea facturii</cbc:Note></cac:PaymentTerms>"u8
                : "<cac:PaymentTerms><cbc:Note>Se compensează sau se restituie</cbc:Note></cac:PaymentTerms>"u8);
    }
}
