using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// Which documents need not be filed: supplies that have their place abroad, to a buyer with no number here (OUG 120/2021 asks for
/// those placed in Romania). Where Romanian VAT is charged, or the buyer is registered here, there is nothing to choose.
/// </summary>
static class FilingDuty
{
    public static bool IsVoluntary(InvoiceDocument document) =>
        SubmissionFlags.IsForeign(document) && document.Vat.All(row => row.Category is VatCategory.AE or VatCategory.K or VatCategory.G or VatCategory.O);

    /// <summary>Why the document is kept; null when it is filed. Original is how far the invoice is that it takes back.</summary>
    public static KeptBecause? KeptBecause(InvoiceDocument document, FilingSettings settings, FilingState? original)
    {
        if (document.IsSelfBilled) return Fiscal.KeptBecause.SelfBilled;
        // Other places number every invoice, so all go there; what they pass on to ANAF is chosen there.
        if (settings.Provider != FiscalDoor.Anaf || !IsVoluntary(document)) return null;
        // What takes an invoice back stands where that one does, whatever was chosen meanwhile.
        var kept = original is { } there ? there == FilingState.Kept : document.Buyer.Kind == BuyerKind.Company ? !settings.FilesCompaniesAbroad : settings.KeepsPersonsAbroad;
        return kept ? Fiscal.KeptBecause.Abroad : null;
    }
}
