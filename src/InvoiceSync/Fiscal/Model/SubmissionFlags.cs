using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Model;

/// <summary>By which door a document is sent, and with which flags.</summary>
static class SubmissionFlags
{
    public static FiscalSubmission Of(InvoiceDocument document, byte[] xml) => new(
        xml,
        UblWriter.IsForConsumer(document),
        IsForeign(document),
        SelfBilled: false, // who writes an invoice in another's name sends it; ours are always of the seller (decision 27)
        document.Type == DocumentType.CreditNote ? FiscalStandard.CreditNote : FiscalStandard.Invoice);

    // extern=DA is for who has no number in Romania. A foreign company registered for VAT here has one.
    public static bool IsForeign(InvoiceDocument document) =>
        document.Buyer is { Address.Country: not "RO" } buyer && buyer.VatId?.StartsWith("RO", StringComparison.Ordinal) != true;
}
