namespace InvoiceSync.Messaging;

/// <summary>
/// How far a mail is. Sending is noted just before the server is given the words; who finds it so later cannot know whether they
/// arrived, and says Unsure. Kept mails stay here for want of a server.
/// </summary>
public enum MailState
{
    Queued,
    Sending,
    Sent,
    Kept,
    Failed,
    Unsure,
    Bounced,
}
