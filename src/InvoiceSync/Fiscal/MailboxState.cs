namespace InvoiceSync.Fiscal;

/// <summary>What we have of a message: its line in the list, its sealed file, our own filing that it tells of, or nothing any more since the authority deleted it.</summary>
public enum MailboxState
{
    Listed,
    Kept,
    Ours,
    Gone,
}
