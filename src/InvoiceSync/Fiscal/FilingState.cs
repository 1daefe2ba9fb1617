namespace InvoiceSync.Fiscal;

/// <summary>The states of a filing. Unknown is settled by asking the authority, never by sending again. Stopped: the invoice is void and is never filed.</summary>
public enum FilingState
{
    Intended,
    Sent,
    Accepted,
    Refused,
    Unknown,
    Stopped,
}
