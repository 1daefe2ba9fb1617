namespace InvoiceSync.Messaging;

/// <summary>The transport of an installation without any mail: mails stay here, and the practice outbox shows them.</summary>
sealed class KeptMails : IMailTransport
{
    public bool HasOwn => false;

    public bool MayCall(string host, int port) => false;

    public Task<MailOutcome> Send(OutgoingMail mail, MailServer? server, Func<CancellationToken, Task> sending, CancellationToken ct) => Task.FromResult<MailOutcome>(new MailOutcome.Kept());
}
