namespace InvoiceSync.Invoicing;

/// <summary>Whether a schedule makes invoices: it does, rests until somebody lets it go on, or has come to its end.</summary>
public enum ScheduleState
{
    Active,
    Paused,
    Ended,
}
