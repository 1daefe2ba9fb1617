using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>
/// Stores a company's mail to its customer about a document and leaves it to the work queue. Attempt names the occasion: the
/// same kind, document and attempt are the same mail, however often they are asked for.
/// </summary>
[Requires("mail.send")]
public sealed record QueueCustomerMail(MailKind Kind, string About, string Attempt, string To, IReadOnlyList<string> Cc, Letter Letter, string? Sender) : ICommand<MailId>
{
    internal sealed class Handler(InvoiceSyncDb db, Outbox outbox) : IHandle<QueueCustomerMail, MailId>
    {
        public async Task<MailId> Handle(QueueCustomerMail command, CancellationToken ct)
        {
            Outbox.Check(command.To, command.Cc, command.Letter);
            var key = $"{command.Kind}:{command.About}:{command.Attempt}";
            if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Key == key, ct) is { } queued)
            {
                Rule.Require(queued.To == command.To, MessagingErrors.AttemptTaken);
                return queued.Id;
            }

            var id = outbox.Add(new(command.Kind, command.To, command.Letter, key) { About = command.About, Cc = command.Cc, Sender = command.Sender });
            db.Note(new("mail.queued", "mail", id.ToString())
            {
                Actor = command.Sender,
                Details = new Dictionary<string, string> { ["kind"] = command.Kind.ToString(), ["about"] = command.About, ["to"] = command.To },
            });
            return id;
        }
    }
}
