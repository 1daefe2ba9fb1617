using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>Proves an entry out of the file of its month, which holds all that is needed: what the log was before, the leaves, and what was signed over them.</summary>
sealed class ArchiveProof(ILogArchive archive)
{
    public async Task<GetProof.Proof?> Find(InvoiceSyncDb db, AuditEntryId id, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var (first, last) = (DateOnly.FromDateTime(from.UtcDateTime).AddMonths(-1), DateOnly.FromDateTime(until.UtcDateTime));
        var months = await db.ArchivedMonths.AsNoTracking().Where(m => m.DroppedAt != null && m.FileDeletedAt == null && m.Month > first && m.Month <= last).OrderBy(m => m.Month).ToListAsync(ct);
        foreach (var month in months)
            if (await Find(month, id, ct) is { } proof) return proof;
        return null;
    }

    async Task<GetProof.Proof?> Find(ArchivedMonth month, AuditEntryId id, CancellationToken ct)
    {
        await using var file = await new EvidenceReader(archive.Read(month)).Begin(ct);
        var (before, leaves, frontier) = (file.Start, new List<byte[]>(), new Frontier(file.Start.Size, file.Start.Frontier));
        ChainEntry? entry = null;
        await foreach (var part in file.Parts(ct))
        {
            if (part.Entry is { } next)
            {
                if (next.Id == id) entry = next;
                leaves.Add(next.Hash);
                frontier.Add(next.Hash);
            }
            else if (part.Signed is { } signed)
            {
                if (entry is not null) return GetProof.Of(entry, before, leaves, signed);
                before = new(frontier.Size, leaves.Count > 0 ? leaves[^1] : before.Head, frontier.ToBytes());
                leaves.Clear();
            }
        }

        return null;
    }
}
