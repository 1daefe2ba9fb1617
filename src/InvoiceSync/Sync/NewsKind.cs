namespace InvoiceSync.Sync;

/// <summary>What people can be told by mail: that a run or batch came to its end, that one has trouble, and what happened on a day.</summary>
public enum NewsKind
{
    Finished,
    Failed,
    Summary,
}
