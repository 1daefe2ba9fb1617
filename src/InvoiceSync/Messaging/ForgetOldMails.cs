using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>
/// Each night: notices that left, or were kept for want of a server, ninety days ago, and the words of customers' mails that old.
/// That a customer was written to stays; so does what still waits.
/// </summary>
[Requires("mail.send")]
public sealed record ForgetOldMails : ICommand<Done>
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ForgetOldMails, Done>
    {
        public async Task<Done> Handle(ForgetOldMails command, CancellationToken ct)
        {
            var before = time.GetUtcNow() - Kept;
            var old = db.Mails.Where(m => m.CreatedAt < before && m.State != MailState.Queued && m.State != MailState.Sending);
            await old.Where(m => m.Kind == MailKind.Notice).ExecuteDeleteAsync(ct);
            await old.Where(m => m.Sealed != "").ExecuteUpdateAsync(m => m.SetProperty(x => x.Sealed, ""), ct);
            return default;
        }
    }
}
