using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The checkpoints a place has not been told of, oldest first.</summary>
[Requires("audit.seal")]
public sealed record ListUnanchored(string Place) : IQuery<IReadOnlyList<SignedCheckpoint>>
{
    const int AtOnce = 100;

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListUnanchored, IReadOnlyList<SignedCheckpoint>>
    {
        public async Task<IReadOnlyList<SignedCheckpoint>> Handle(ListUnanchored query, CancellationToken ct)
        {
            var told = await db.Anchored.Where(a => a.Place == query.Place).Select(a => a.Size).SingleOrDefaultAsync(ct);
            return await db.Checkpoints.Where(c => c.Size > told).OrderBy(c => c.Size).Take(AtOnce)
                .Select(c => new SignedCheckpoint(c.TenantId, c.Size, c.Body, c.Signature)).ToListAsync(ct);
        }
    }
}
