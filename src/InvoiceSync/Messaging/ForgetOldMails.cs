using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Each night: mails that left, or were kept for want of a server, ninety days ago. One that still waits to be sent stays.</summary>
[Requires("mail.send")]
public sealed record ForgetOldMails : ICommand<Done>
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ForgetOldMails, Done>
    {
        public async Task<Done> Handle(ForgetOldMails command, CancellationToken ct)
        {
            var old = time.GetUtcNow() - Kept;
            await db.Mails.Where(m => m.CreatedAt < old && m.State != MailState.Queued).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
