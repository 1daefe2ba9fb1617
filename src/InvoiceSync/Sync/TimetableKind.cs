namespace InvoiceSync.Sync;

/// <summary>What runs by a company's clock: the sales since the last time, its customers, and a whole year of sales once more.</summary>
public enum TimetableKind
{
    Daily,
    Customers,
    Full,
}
