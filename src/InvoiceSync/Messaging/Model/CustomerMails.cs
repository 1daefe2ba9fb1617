using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging.Model;

/// <summary>Companies' mails on their way into the outbox: one for each occasion, and an entry in the log.</summary>
sealed class CustomerMails(InvoiceSyncDb db, Outbox outbox) : IQueueMail
{
    public async Task<MailId> Queue(CustomerMail mail, CancellationToken ct)
    {
        Outbox.Check(mail.To, mail.Cc, mail.Letter);
        var key = $"{mail.Kind}:{mail.About}:{mail.Attempt}";
        if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Key == key, ct) is { } queued)
        {
            Rule.Require(queued.To == mail.To, MessagingErrors.AttemptTaken);
            return queued.Id;
        }

        var id = outbox.Add(new(mail.Kind, mail.To, mail.Letter, key) { About = mail.About, Cc = mail.Cc, Sender = mail.Sender });
        db.Note(new("mail.queued", "mail", id.ToString())
        {
            Actor = mail.Sender,
            Details = new Dictionary<string, string> { ["kind"] = mail.Kind.ToString(), ["about"] = mail.About, ["to"] = mail.To },
        });
        return id;
    }
}
