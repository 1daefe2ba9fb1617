using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The newest signed state of the log; null before the first.</summary>
[Requires("audit.seal")]
sealed record GetNewestCheckpoint : IQuery<SignedCheckpoint?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetNewestCheckpoint, SignedCheckpoint?>
    {
        public Task<SignedCheckpoint?> Handle(GetNewestCheckpoint query, CancellationToken ct) =>
            db.Checkpoints.OrderByDescending(c => c.Size).Select(c => new SignedCheckpoint(c.TenantId, c.Size, c.Body, c.Signature)).FirstOrDefaultAsync(ct);
    }
}
