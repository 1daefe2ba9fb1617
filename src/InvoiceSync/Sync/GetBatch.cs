using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>A batch with its counts and money by month, kind and currency, and the reasons of what is left out or failed. One's own, or anybody's for who reads everybody's sales.</summary>
[Requires("invoice.read")]
public sealed record GetBatch(BatchId Batch) : IQuery<GetBatch.View>
{
    public sealed record View(
        BatchId Id,
        BatchState State,
        string Owner,
        DateOnly? From,
        DateOnly? To,
        DateOnly? PlannedTo,
        DateTimeOffset CreatedAt,
        DateTimeOffset? StartedAt,
        DateTimeOffset? FinishedAt,
        IReadOnlyList<Group> Groups,
        IReadOnlyList<Reason> Reasons)
    {
        public bool IsBackfill => From is not null;

        public int Rows => Groups.Sum(g => g.Count);

        public int Count(params ReadOnlySpan<BatchRowState> states)
        {
            var count = 0;
            foreach (var group in Groups)
                if (states.Contains(group.State)) count += group.Count;
            return count;
        }

        /// <summary>Those among them whose invoice is kept without filing.</summary>
        public int CountKept(params ReadOnlySpan<BatchRowState> states)
        {
            var count = 0;
            foreach (var group in Groups)
                if (group.Keeps is not null && states.Contains(group.State)) count += group.Count;
            return count;
        }
    }

    /// <summary>Month and currency are null where sales were only named. Keeps: why the plan shows their invoices as not filed.</summary>
    public sealed record Group(DateOnly? Month, SaleKind Kind, Currency? Currency, BatchRowState State, KeptBecause? Keeps, int Count, decimal Total);

    public sealed record Reason(BatchRowState State, string Code, string? Text, int Count);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetBatch, View>
    {
        public async Task<View> Handle(GetBatch query, CancellationToken ct)
        {
            var b = await db.FoundBatch(query.Batch, who.Caller, ct);
            var rows = db.BatchRows.AsNoTracking().Where(r => r.Batch == query.Batch);
            var groups = await rows.GroupBy(r => new { r.Month, r.Kind, r.Currency, r.State, r.Keeps })
                .Select(g => new Group(g.Key.Month, g.Key.Kind, g.Key.Currency, g.Key.State, g.Key.Keeps, g.Count(), g.Sum(r => r.Total))).ToListAsync(ct);
            var reasons = await rows.Where(r => r.Why != null).GroupBy(r => new { r.State, r.Why })
                .Select(g => new Reason(g.Key.State, g.Key.Why!, g.Min(r => r.WhyText), g.Count())).ToListAsync(ct);
            return new(
                b.Id, b.State, b.Owner, b.From, b.To, b.PlannedTo, b.CreatedAt, b.StartedAt, b.FinishedAt,
                [.. groups.OrderBy(g => g.Month).ThenBy(g => g.Kind).ThenBy(g => g.State).ThenBy(g => g.Keeps)], [.. reasons.OrderByDescending(r => r.Count)]);
        }
    }
}
