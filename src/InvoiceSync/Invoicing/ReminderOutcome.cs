namespace InvoiceSync.Invoicing;

/// <summary>What became of a reminder when its time came: a mail was queued, or why not.</summary>
public enum ReminderOutcome
{
    Queued,
    NoAddress,
    Unwanted,
    AddressWrong,
    Paused,
}
