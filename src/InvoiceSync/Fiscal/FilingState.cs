namespace InvoiceSync.Fiscal;

/// <summary>
/// The states of a filing. Unknown is settled by asking the authority, never by sending again. Stopped: the invoice is void and
/// never filed. Kept: it stands without being filed here, since nothing asks for that, or since the buyer files it.
/// </summary>
public enum FilingState
{
    Intended,
    Sent,
    Accepted,
    Refused,
    Unknown,
    Stopped,
    Kept,
}
