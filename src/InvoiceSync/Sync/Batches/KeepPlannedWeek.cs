using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>Keeps some planned rows of a back-fill, or that a week is planned to its end: then the next one follows. False when it was stopped.</summary>
[Requires("bulk.run")]
sealed record KeepPlannedWeek(BatchId Batch, IReadOnlyList<KeepPlannedWeek.Row> Rows, DateOnly? Next = null) : ICommand<bool>
{
    internal sealed record Row(SourceKey Key, int Slice, string Label, DateOnly Month, decimal Total, Currency Currency, string? Digest, string? Code, string? Reason, KeptBecause? Keeps);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepPlannedWeek, bool>
    {
        static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

        public async Task<bool> Handle(KeepPlannedWeek command, CancellationToken ct)
        {
            var batch = Rule.Found(await db.Batches.SingleOrDefaultAsync(b => b.Id == command.Batch, ct), BatchErrors.NotFound);
            if (batch.State is not BatchState.Planning) return false;
            var at = (await db.BatchRows.Where(r => r.Batch == command.Batch).MaxAsync(r => (int?)r.At, ct) ?? -1) + 1;
            foreach (var row in command.Rows) db.Add(Of(command.Batch, at++, row));
            db.Pending.Notices.Add(new(batch.TenantId, Model.Batch.Topic, batch.Id.Value));
            if (command.Next is not { } next) return true;

            batch.Plan(next);
            if (batch.State is BatchState.Planning) db.Pending.Add(batch.TenantId, new PlanWeek(batch.Id), batch.Id.ToString(), time.GetUtcNow() + Pause);
            return true;
        }

        static BatchRow Of(BatchId batch, int at, Row row)
        {
            var kept = new BatchRow
            {
                Batch = batch,
                At = at,
                Slice = row.Slice,
                Kind = row.Key.Kind,
                SourceId = row.Key.Id,
                Label = row.Label,
                Month = row.Month,
                Total = row.Total,
                Currency = row.Currency,
                Planned = row.Digest,
                Keeps = row.Keeps,
            };
            kept.Say(row.Digest is null ? BatchRowState.WillNot : BatchRowState.Will, row.Code, row.Reason);
            return kept;
        }
    }
}
