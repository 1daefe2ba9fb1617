using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>A stored e-mail that has not left yet, opened; null when it has. For our own background work alone.</summary>
[Requires("mail.send")]
sealed record ReadMail(MailId Mail) : IQuery<ReadMail.Due?>
{
    internal sealed record Due(string To, Letter Letter);

    internal sealed class Handler(InvoiceSyncDb db, MasterKey master) : IHandle<ReadMail, Due?>
    {
        public async Task<Due?> Handle(ReadMail query, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Mail, ct), MessagingErrors.NotFound);
            return mail.State == MailState.Queued ? new(mail.To, mail.Open(master)) : null;
        }
    }
}
