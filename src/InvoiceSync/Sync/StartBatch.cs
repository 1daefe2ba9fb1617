using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Processes up to 500 named sales in the background, each for itself: one that fails stops no other. The same call key is the same batch.</summary>
[Requires("invoice.create")]
public sealed record StartBatch(IReadOnlyList<BatchItem> Items, string? CallKey = null) : ICommand<BatchId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<StartBatch, BatchId>
    {
        const int LongestKey = 255;

        public async Task<BatchId> Handle(StartBatch command, CancellationToken ct)
        {
            Rule.Require(command.Items.Count is > 0 and <= BatchErrors.Most, BatchErrors.SizeInvalid);
            Rule.Require(command.Items.DistinctBy(i => i.Key).Count() == command.Items.Count, BatchErrors.ItemRepeated);
            Rule.Require(command.CallKey is null or { Length: > 0 and <= LongestKey }, BatchErrors.CallKeyInvalid);
            foreach (var item in command.Items) Instructed.Check(item.Key, item.Instructions);

            var (owner, digest) = (who.Caller.Actor, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command.Items, StoredJson.Options))));
            if (command.CallKey is { } key && await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Owner == owner && b.CallKey == key, ct) is { } same)
            {
                Rule.Require(same.CallDigest == digest, BatchErrors.CallDiffers);
                return same.Id;
            }

            return Begin(command, owner, digest);
        }

        BatchId Begin(StartBatch command, string owner, string digest)
        {
            var now = time.GetUtcNow();
            var batch = new Batch
            {
                Id = time.New<BatchId>(),
                Owner = owner,
                CallKey = command.CallKey,
                CallDigest = digest,
                CreatedAt = now,
            };
            batch.Start(now);
            db.Add(batch);
            for (var at = 0; at < command.Items.Count; at++)
            {
                var (named, said) = command.Items[at];
                db.Add(new BatchRow
                {
                    Batch = batch.Id,
                    At = at,
                    Kind = named.Kind,
                    SourceId = named.Id,
                    TaxId = said.TaxId,
                    Number = said.Number,
                });
            }

            db.Pending.Add(db.Scope.Tenant!.Value, new RunBatch(batch.Id), batch.Id.ToString(), now);
            return batch.Id;
        }
    }
}
