using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>A mail to a customer came back. True when it is one of this company's, and had left; told twice it is noted once.</summary>
[Requires("mail.send")]
public sealed record NoteBounce(MailId Mail, string Reason) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteBounce, bool>
    {
        public async Task<bool> Handle(NoteBounce command, CancellationToken ct)
        {
            var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Mail && m.Kind != MailKind.Notice, ct);
            if (mail is not { State: MailState.Sent or MailState.Unsure or MailState.Sending }) return false;
            (mail.State, mail.Problem, mail.Answer) = (MailState.Bounced, MailProblem.Recipient, Model.Mail.Fit(command.Reason));
            db.Pending.Add(mail.TenantId, new TellOfMail(mail.Id), mail.Id.ToString(), time.GetUtcNow());
            db.Note(new("mail.bounced", "mail", mail.Id.ToString()) { Status = ActStatus.Failed, Details = new Dictionary<string, string> { ["to"] = mail.To, ["reason"] = Model.Mail.Fit(command.Reason) } });
            return true;
        }
    }
}
