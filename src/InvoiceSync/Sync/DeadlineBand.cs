namespace InvoiceSync.Sync;

/// <summary>How near a deadline is.</summary>
public enum DeadlineBand
{
    Late,
    Today,
    Tomorrow,
    Later,
}
