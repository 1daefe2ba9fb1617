using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The oldest month that is over for a year and lies in no file yet; null when there is none.</summary>
[Requires("audit.seal")]
public sealed record FindMonthToArchive : IQuery<FindMonthToArchive.Found?>
{
    /// <summary>The month, what the log was before it and at its end, and the SHA-256 of the last checkpoint before, zeros when there was none.</summary>
    public sealed record Found(TenantId Tenant, DateOnly Month, LogState Before, byte[] Link, long Size, byte[] Head);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<FindMonthToArchive, Found?>
    {
        public async Task<Found?> Handle(FindMonthToArchive query, CancellationToken ct)
        {
            var last = await db.ArchivedMonths.AsNoTracking().OrderByDescending(m => m.Size).FirstOrDefaultAsync(ct);
            var before = last is null ? LogState.Start : new(last.Size, last.Head, last.Frontier);
            var first = await db.AuditEntries.Where(e => e.Seq == before.Size + 1).Select(e => (DateTimeOffset?)e.CreatedAt).SingleOrDefaultAsync(ct);
            if (first is not { } at) return null;

            var start = new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero);
            var end = start.AddMonths(1);
            if (end > time.GetUtcNow().AddYears(-1)) return null;

            var final = await db.AuditEntries.Where(e => e.CreatedAt >= at && e.CreatedAt < end).OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Seq)
                .Select(e => new { e.Seq, e.Hash }).FirstAsync(ct);
            var link = await db.Checkpoints.Where(c => c.Size <= before.Size).OrderByDescending(c => c.Size).Select(c => c.Body).FirstOrDefaultAsync(ct);
            return new(db.Scope.Tenant!.Value, DateOnly.FromDateTime(start.DateTime), before, link is null ? new byte[EntryHash.Length] : SHA256.HashData(Encoding.UTF8.GetBytes(link)), final.Seq, final.Hash);
        }
    }
}
