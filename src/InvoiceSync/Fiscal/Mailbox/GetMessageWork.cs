using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>What a worker has to know of a message before it fetches, prints or answers it.</summary>
[Requires("fiscal.file")]
sealed record GetMessageWork(MailboxMessageId Message) : IQuery<GetMessageWork.View>
{
    public sealed record View(MailboxMessageId Id, bool Test, string AuthorityId, string Index, FiscalMessageKind Kind, MailboxState State, bool IsOurs);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMessageWork, View>
    {
        public async Task<View> Handle(GetMessageWork query, CancellationToken ct)
        {
            var message = Rule.Found(await db.MailboxMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Message, ct), MailboxErrors.NotFound);
            var isOurs = message.Kind is FiscalMessageKind.Sent or FiscalMessageKind.Errors && await db.Filings.AnyAsync(f => f.Attempts.Any(a => a.Index == message.Index), ct);
            return new(message.Id, message.Test, message.AuthorityId, message.Index, message.Kind, message.State, isOurs);
        }
    }
}
