using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Several drafts at once, whole; those the caller may not see or that are none are left out.</summary>
[Requires("invoice.read")]
public sealed record GetDrafts(IReadOnlyList<InvoiceId> Drafts) : IQuery<IReadOnlyList<GetDraft.View>>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetDrafts, IReadOnlyList<GetDraft.View>>
    {
        public async Task<IReadOnlyList<GetDraft.View>> Handle(GetDrafts query, CancellationToken ct)
        {
            var (caller, wanted) = (who.Caller, query.Drafts.Distinct().ToList());
            return [.. (await db.DraftsSeenBy(caller).AsNoTracking().Where(d => wanted.Contains(d.Id)).ToListAsync(ct)).Select(d => GetDraft.View.Of(d, caller))];
        }
    }
}
