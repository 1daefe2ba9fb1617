using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>A mail to a customer as it was written; without its words once they are forgotten.</summary>
[Requires("invoice.send")]
public sealed record GetMail(MailId Mail) : IQuery<GetMail.View>
{
    public sealed record View(MailId Id, string? About, string To, string Subject, MailState State, DateTimeOffset CreatedAt, Letter? Letter);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, MasterKey master) : IHandle<GetMail, View>
    {
        public async Task<View> Handle(GetMail query, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.AsNoTracking().SeenBy(who.Caller).SingleOrDefaultAsync(m => m.Id == query.Mail, ct), MessagingErrors.NotFound);
            return new(mail.Id, mail.About, mail.To, mail.Subject, mail.State, mail.CreatedAt, mail.Sealed.Length == 0 ? null : mail.Open(master));
        }
    }
}
