namespace InvoiceSync.Invoicing;

/// <summary>Which day puts a document into a period of the tax report: that of its issue, or the month of its supply.</summary>
public enum TaxBasis
{
    Issue,
    Supply,
}
