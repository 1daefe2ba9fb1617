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
    /// <summary>Began: an earlier try had the server take the words, and was never heard of again.</summary>
    internal sealed record Due(OutgoingMail Mail, MailKind Kind, string? About, bool Began, DateTimeOffset QueuedAt);

    internal sealed class Handler(InvoiceSyncDb db, MasterKey master) : IHandle<ReadMail, Due?>
    {
        public async Task<Due?> Handle(ReadMail query, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Mail, ct), MessagingErrors.NotFound);
            if (mail.State is not (MailState.Queued or MailState.Sending)) return null;
            return new(new(mail.Id, mail.To, mail.Cc, mail.Open(master)), mail.Kind, mail.About, mail.State == MailState.Sending, mail.QueuedAt);
        }
    }
}
