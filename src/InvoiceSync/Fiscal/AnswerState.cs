namespace InvoiceSync.Fiscal;

/// <summary>What became of our word to a supplier. Unknown: it may have arrived, and the mailbox will show it if so.</summary>
public enum AnswerState
{
    Sending,
    Sent,
    Refused,
    Unknown,
}
