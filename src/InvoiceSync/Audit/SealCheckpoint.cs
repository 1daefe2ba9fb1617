using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Signs the log as far as it goes now, after checking what was added since the last checkpoint. Nothing new, nothing signed.</summary>
[Requires("audit.seal")]
public sealed record SealCheckpoint : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CheckpointKeys keys, TimeProvider time) : IHandle<SealCheckpoint, Done>
    {
        public async Task<Done> Handle(SealCheckpoint command, CancellationToken ct)
        {
            var last = await db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Size).FirstOrDefaultAsync(ct);
            var (frontier, head) = last is null ? (new Frontier(), EntryHash.Genesis) : (new(last.Size, last.Frontier), last.Head);
            await foreach (var entry in Added(frontier.Size).AsAsyncEnumerable().WithCancellation(ct))
            {
                var holds = entry.Seq == frontier.Size + 1 && entry.Prev.AsSpan().SequenceEqual(head)
                    && entry.Hash.AsSpan().SequenceEqual(EntryHash.Of(entry.TenantId, entry.Seq, entry.CreatedAt, entry.Prev, entry.Payload));
                Rule.Require(holds, AuditErrors.LogBroken);
                frontier.Add(head = entry.Hash);
            }

            if (frontier.Size > (last?.Size ?? 0)) db.Add(Signed(frontier, head, last));
            return default;
        }

        IQueryable<ChainEntry> Added(long since) => db.AuditEntries.AsNoTracking().Where(e => e.Seq > since).OrderBy(e => e.Seq);

        Checkpoint Signed(Frontier frontier, byte[] head, Checkpoint? last)
        {
            var now = time.GetUtcNow();
            var body = CheckpointText.Of(db.Scope.Tenant!.Value, frontier, head, now, last?.Body, keys.KeyId);
            return new()
            {
                Size = frontier.Size,
                Frontier = frontier.ToBytes(),
                Head = head,
                Body = body,
                Signature = keys.Sign(body),
                KeyId = keys.KeyId,
                CreatedAt = now,
            };
        }
    }
}
