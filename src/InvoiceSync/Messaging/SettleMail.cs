using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Notes that an e-mail left, or that it is kept. What left is forgotten but for its subject: links in it open doors.</summary>
[Requires("mail.send")]
sealed record SettleMail(MailId Mail, bool Kept) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SettleMail, Done>
    {
        public async Task<Done> Handle(SettleMail command, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Mail, ct), MessagingErrors.NotFound);
            (mail.State, mail.SentAt) = (command.Kept ? MailState.Kept : MailState.Sent, time.GetUtcNow());
            if (!command.Kept) mail.Sealed = "";
            return default;
        }
    }
}
