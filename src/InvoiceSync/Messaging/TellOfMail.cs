using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Tells whoever keeps the document what became of a mail about it. Apart from sending, so that a busy document sends nothing twice.</summary>
[Requires("mail.send")]
sealed record TellOfMail(MailId Mail) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IEnumerable<IFollowMail> followers, TimeProvider time) : IHandle<TellOfMail, Done>
    {
        public async Task<Done> Handle(TellOfMail command, CancellationToken ct)
        {
            if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.Mail, ct) is not { About: { } about } mail) return default;
            var fate = new MailFate(about, mail.State, mail.Problem, mail.SentAt ?? time.GetUtcNow());
            foreach (var follower in followers.Where(f => f.Kind == mail.Kind)) await follower.Hear(fate, ct);
            db.Pending.Notices.Add(new(mail.TenantId, mail.NoticeTopic, mail.NoticeId)); // what was told changed the document as well
            return default;
        }
    }
}
