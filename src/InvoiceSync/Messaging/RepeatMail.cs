using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Sends a mail again that did not arrive, or perhaps did not: the same words under the same Message-ID, so that a repeat is seen as one.</summary>
[Requires("invoice.send")]
public sealed record RepeatMail(MailId Mail) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, Outbox outbox, CallerHolder who, TimeProvider time) : IHandle<RepeatMail, Done>
    {
        public async Task<Done> Handle(RepeatMail command, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.SeenBy(who.Caller).SingleOrDefaultAsync(m => m.Id == command.Mail, ct), MessagingErrors.NotFound);
            Rule.Require(mail.Sealed.Length > 0, MessagingErrors.Forgotten);
            Rule.Require(mail.MayRepeat, MessagingErrors.NotTroubled);
            mail.Queue(time.GetUtcNow());
            outbox.Send(mail.Id);
            db.Note(new("mail.repeated", "mail", mail.Id.ToString()) { Details = new Dictionary<string, string> { ["about"] = mail.About ?? "", ["to"] = mail.To } });
            return default;
        }
    }
}
