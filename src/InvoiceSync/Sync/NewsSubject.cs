namespace InvoiceSync.Sync;

/// <summary>What news are about: a timetable's run, or sales processed together.</summary>
public enum NewsSubject
{
    Daily,
    Customers,
    Full,
    Batch,
}
