using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Notes that the mail server is about to be given the words: from here on, silence means nobody knows.</summary>
[Requires("mail.send")]
sealed record BeginMail(MailId Mail) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<BeginMail, Done>
    {
        public async Task<Done> Handle(BeginMail command, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Mail, ct), MessagingErrors.NotFound);
            mail.State = MailState.Sending;
            return default;
        }
    }
}
