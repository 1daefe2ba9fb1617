namespace InvoiceSync.Invoicing;

/// <summary>What one row of a report over time covers.</summary>
public enum ReportStep
{
    Month,
    Day,
}
