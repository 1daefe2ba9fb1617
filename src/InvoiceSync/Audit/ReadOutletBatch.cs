using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The next entries a log system lacks, opened as far as their people are not erased; null when there are none or it is not the time.</summary>
[Requires("audit.push")]
sealed record ReadOutletBatch(OutletId Outlet, int Take) : IQuery<ReadOutletBatch.Batch?>
{
    // Below the smallest limit of the three systems: 1 MB at Splunk Cloud.
    const int MostCharacters = 600_000;

    internal sealed record Batch(OutletTarget Target, long After, IReadOnlyList<OutletEntry> Entries);

    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader, IDispatcher dispatcher, TimeProvider time) : IHandle<ReadOutletBatch, Batch?>
    {
        public async Task<Batch?> Handle(ReadOutletBatch query, CancellationToken ct)
        {
            var outlet = await db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == query.Outlet, ct);
            var at = await db.OutletProgress.AsNoTracking().SingleOrDefaultAsync(p => p.Outlet == query.Outlet, ct);
            if (outlet is not { IsOn: true } || at is null || at.NotBefore > time.GetUtcNow()) return null;

            var rows = await db.AuditEntries.AsNoTracking().Where(e => e.Seq > at.Seq).OrderBy(e => e.Seq).Take(query.Take).ToListAsync(ct);
            if (rows.Count == 0) return null;
            var fitting = Fitting(rows);
            var open = await reader.Open(outlet.TenantId, fitting, ct);
            var token = (await dispatcher.Ask(new OpenSecret(outlet.Purpose, outlet.Secrets[Model.Outlet.TokenName]), ct)).OrThrow();
            return new(new(outlet.Kind, new(outlet.Address), outlet.Index, outlet.Source, token), at.Seq, [.. fitting.Select(e => OutletEntries.Of(e, open))]);
        }

        static List<ChainEntry> Fitting(List<ChainEntry> rows)
        {
            var size = 0;
            // JSON may double what it escapes; what frames an entry is about a thousand characters.
            return [.. rows.TakeWhile((e, place) => (size += 1000 + 2 * (e.Metadata.Length + e.Changes.Length)) <= MostCharacters || place == 0)];
        }
    }
}
