namespace InvoiceSync.Sync;

/// <summary>Where a batch stands. Only a back-fill is planned and waits for a person's word; a stopped one goes on where it was.</summary>
public enum BatchState
{
    Planning,
    Planned,
    Running,
    Stopped,
    Finished,
}
