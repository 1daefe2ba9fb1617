namespace InvoiceSync.Audit;

/// <summary>How often a scheduled export is made: of each day, each week from Monday on, or each month.</summary>
public enum ExportRhythm
{
    Daily,
    Weekly,
    Monthly,
}
