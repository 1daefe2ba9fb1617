using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Stores a notice of the caller's tenant (or of the house) and leaves it to the work queue. The same key is the same mail.</summary>
[Requires("mail.send")]
public sealed record QueueMail(string To, Letter Letter, string Key) : ICommand<MailId>
{
    internal sealed class Handler(InvoiceSyncDb db, Outbox outbox) : IHandle<QueueMail, MailId>
    {
        public async Task<MailId> Handle(QueueMail command, CancellationToken ct)
        {
            Outbox.Check(command.To, [], command.Letter);
            if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Key == command.Key, ct) is { } queued) return queued.Id;
            return outbox.Add(new(MailKind.Notice, command.To, command.Letter, command.Key));
        }
    }
}
