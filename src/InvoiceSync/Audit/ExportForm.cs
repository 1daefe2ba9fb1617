namespace InvoiceSync.Audit;

/// <summary>The form in which the log is exported for people.</summary>
public enum ExportForm
{
    Csv,
    Json,
    Pdf,
}
