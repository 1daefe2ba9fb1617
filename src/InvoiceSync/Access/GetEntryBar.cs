using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>What keeps a session that came in this way, from this address, out of the caller's company; null for nothing.</summary>
[Requires("access.read")]
sealed record GetEntryBar(bool BySso, string? Address) : IQuery<EntryBar?>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<GetEntryBar, EntryBar?>
    {
        public async Task<EntryBar?> Handle(GetEntryBar query, CancellationToken ct) =>
            (await db.EntryRules.AsNoTracking().SingleOrDefaultAsync(ct))?.Bar(query.BySso, query.Address, time.GetUtcNow());
    }
}
