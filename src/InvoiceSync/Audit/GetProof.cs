using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// That one entry is in the log, to be checked without the log (RFC 6962): its bytes, the audit path, and the first text that was
/// signed over a tree which holds it. Of what is sealed only; out of the archive by reading its month.
/// </summary>
[Requires("audit.read")]
public sealed record GetProof(AuditEntryId Entry) : IQuery<GetProof.Proof>
{
    /// <summary>Bytes are the entry as hashed, behind the leading zero of a leaf; Path is nearest sibling first, of leaf Seq - 1 in a tree of Size leaves.</summary>
    public sealed record Proof(string Id, long Seq, byte[] Bytes, long Size, IReadOnlyList<byte[]> Path, string Checkpoint, byte[] Signature);

    internal sealed class Handler(InvoiceSyncDb db, ArchiveProof archive) : IHandle<GetProof, Proof>
    {
        // An id holds the time of its node; the log's is that or later, by as much as the clocks of nodes differ.
        static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

        // The time of an entry is taken a moment before its id is made.
        static readonly TimeSpan AMoment = TimeSpan.FromSeconds(10);

        public async Task<Proof> Handle(GetProof query, CancellationToken ct)
        {
            var made = MadeAt(query.Entry) - AMoment;
            var until = made + ClocksDiffer;
            db.Note(new("audit.proved", "audit_log", query.Entry.ToString()));
            var entry = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.CreatedAt >= made && e.CreatedAt < until && e.Id == query.Entry, ct);
            return entry is null ? Rule.Found(await archive.Find(db, query.Entry, made, until, ct), AuditErrors.EntryMissing) : await Hot(entry, ct);
        }

        async Task<Proof> Hot(ChainEntry entry, CancellationToken ct)
        {
            var signed = Rule.Found(await db.Checkpoints.AsNoTracking().Where(c => c.Size >= entry.Seq).OrderBy(c => c.Size).FirstOrDefaultAsync(ct), AuditErrors.EntryUnsealed);
            var checkpoint = await db.Checkpoints.AsNoTracking().Where(c => c.Size < entry.Seq).OrderByDescending(c => c.Size).FirstOrDefaultAsync(ct);
            var month = await db.ArchivedMonths.AsNoTracking().Where(m => m.Size < entry.Seq).OrderByDescending(m => m.Size).FirstOrDefaultAsync(ct);
            // The later of the two: behind a month that is gone there are no leaves to read.
            var before = month?.Size > (checkpoint?.Size ?? 0) ? new LogState(month.Size, month.Head, month.Frontier)
                : checkpoint is null ? LogState.Start : new(checkpoint.Size, checkpoint.Head, checkpoint.Frontier);
            var leaves = await db.AuditEntries.Where(e => e.Seq > before.Size && e.Seq <= signed.Size).OrderBy(e => e.Seq).Select(e => e.Hash).ToListAsync(ct);
            return Of(entry, before, leaves, new(entry.TenantId, signed.Size, signed.Body, signed.Signature));
        }

        // The first 48 bits of an id are milliseconds.
        static DateTimeOffset MadeAt(AuditEntryId id)
        {
            var milliseconds = Convert.ToInt64(id.Value.ToString("N")[..12], 16);
            Rule.Require(milliseconds <= DateTimeOffset.MaxValue.AddYears(-1).ToUnixTimeMilliseconds(), AuditErrors.EntryMissing);
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
    }

    internal static Proof Of(ChainEntry entry, LogState before, IReadOnlyList<byte[]> leaves, SignedCheckpoint signed)
    {
        var path = new MerklePath(before, leaves).Of(entry.Seq - 1);
        return new(entry.Id.ToString(), entry.Seq, EntryHash.Bytes(entry.TenantId, entry.Seq, entry.CreatedAt, entry.Prev, entry.Payload)[1..], signed.Size, path, signed.Body, signed.Signature);
    }
}
