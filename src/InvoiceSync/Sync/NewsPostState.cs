namespace InvoiceSync.Sync;

/// <summary>What became of a message to a company's own system: it is tried again, it was taken, or it was given up after two days.</summary>
public enum NewsPostState
{
    Waiting,
    Taken,
    GivenUp,
}
