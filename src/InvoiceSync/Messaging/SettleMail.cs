using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>
/// Notes what became of one try; Queued is "again later". A notice that left is forgotten but for its subject: links in it open
/// doors. Whoever follows a customer's mail hears of it in its own time.
/// </summary>
[Requires("mail.send")]
sealed record SettleMail(MailId Mail, MailState State, MailProblem? Problem = null, string? Answer = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SettleMail, Done>
    {
        public async Task<Done> Handle(SettleMail command, CancellationToken ct)
        {
            var mail = Rule.Found(await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Mail, ct), MessagingErrors.NotFound);
            (mail.State, mail.Problem, mail.Tries) = (command.State, command.Problem, mail.Tries + 1);
            mail.Answer = command.Answer is { } answer ? Model.Mail.Fit(answer) : null;
            if (command.State is MailState.Sent or MailState.Kept) mail.SentAt = time.GetUtcNow();
            if (command.State == MailState.Sent && !mail.IsToCustomer) mail.Sealed = "";
            if (command.State != MailState.Queued && mail.IsToCustomer) db.Pending.Add(mail.TenantId, new TellOfMail(mail.Id), mail.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
