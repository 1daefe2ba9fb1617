namespace InvoiceSync.Messaging;

/// <summary>The transport of an installation without a mail server: mails stay here, and the practice outbox shows them.</summary>
sealed class KeptMails : IMailTransport
{
    public Task<MailOutcome> Send(MailId id, string to, Letter letter, CancellationToken ct) => Task.FromResult<MailOutcome>(new MailOutcome.Kept());
}
