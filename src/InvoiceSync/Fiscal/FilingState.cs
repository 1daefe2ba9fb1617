namespace InvoiceSync.Fiscal;

/// <summary>The states of a filing. Unknown is settled by asking the authority, never by sending again.</summary>
public enum FilingState
{
    Intended,
    Sent,
    Accepted,
    Refused,
    Unknown,
}
