namespace InvoiceSync.Invoicing;

/// <summary>What a schedule counts in.</summary>
public enum ScheduleUnit
{
    Weeks,
    Months,
    Quarters,
    Years,
}
