namespace InvoiceSync.Sync;

/// <summary>How one sale of a batch stands: the first two are the plan, the others what came of it.</summary>
public enum BatchRowState
{
    Will,
    WillNot,

    /// <summary>Begun; after a crash it is looked at what came of it.</summary>
    Doing,

    /// <summary>It has its invoice, which is filed.</summary>
    Done,

    /// <summary>It waits for a person; the reason is the sale's own.</summary>
    Parked,

    /// <summary>Not the sale any more that the plan showed: left as it is.</summary>
    Changed,

    Failed,
}
