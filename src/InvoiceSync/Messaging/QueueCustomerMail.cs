using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

/// <summary>
/// Stores a company's mail to its customer about a document and leaves it to the work queue. Attempt names the occasion: the
/// same kind, document and attempt are the same mail, however often they are asked for.
/// </summary>
[Requires("mail.send")]
public sealed record QueueCustomerMail(MailKind Kind, string About, string Attempt, string To, IReadOnlyList<string> Cc, Letter Letter, string? Sender) : ICommand<MailId>
{
    internal sealed class Handler(IQueueMail mails) : IHandle<QueueCustomerMail, MailId>
    {
        public Task<MailId> Handle(QueueCustomerMail command, CancellationToken ct) =>
            mails.Queue(new(command.Kind, command.About, command.Attempt, command.To, command.Cc, command.Letter, command.Sender), ct);
    }
}
