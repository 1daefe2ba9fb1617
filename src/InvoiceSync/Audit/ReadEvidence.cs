using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// The next stretch of the log as it is hashed, with the checkpoints inside it, for a verifier elsewhere: of what the database
/// holds, as far as Until. Whoever begins to read leaves an entry.
/// </summary>
[Requires("audit.read")]
public sealed record ReadEvidence(long After = 0, int Take = ReadEvidence.Most, long Until = long.MaxValue) : IQuery<ReadEvidence.Stretch>
{
    public const int Most = 5000;

    public sealed record Stretch(TenantId Tenant, IReadOnlyList<Entry> Entries, IReadOnlyList<SignedCheckpoint> Checkpoints, bool IsLast);

    public sealed record Entry(long Seq, DateTimeOffset At, byte[] Payload, byte[] Hash);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ReadEvidence, Stretch>
    {
        public async Task<Stretch> Handle(ReadEvidence query, CancellationToken ct)
        {
            if (query is { After: 0, Until: long.MaxValue }) db.Note(new("audit.exported", "audit_log") { Details = new Dictionary<string, string> { ["form"] = "evidence" } });
            var take = Math.Clamp(query.Take, 1, Most);
            var entries = await db.AuditEntries.Where(e => e.Seq > query.After && e.Seq <= query.Until).OrderBy(e => e.Seq).Take(take)
                .Select(e => new Entry(e.Seq, e.CreatedAt, e.Payload, e.Hash)).ToListAsync(ct);
            var to = entries.Count == 0 ? query.After : entries[^1].Seq;
            var checkpoints = await db.Checkpoints.Where(c => c.Size > query.After && c.Size <= to).OrderBy(c => c.Size)
                .Select(c => new SignedCheckpoint(c.TenantId, c.Size, c.Body, c.Signature)).ToListAsync(ct);
            return new(db.Scope.Tenant!.Value, entries, checkpoints, entries.Count < take);
        }
    }
}
