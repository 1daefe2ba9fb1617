using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the invoices being written, newest first.</summary>
[Requires("invoice.read")]
public sealed record ListDrafts(PageKey? After = null, int Take = 50) : IQuery<Page<ListDrafts.Row>>
{
    public sealed record Row(InvoiceId Id, string BuyerName, Money Total, string Owner, string? Waits, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, bool IsOfSchedule);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListDrafts, Page<Row>>
    {
        const int Most = 500;

        public async Task<Page<Row>> Handle(ListDrafts query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var drafts = db.DraftsSeenBy(who.Caller).AsNoTracking();
            if (query.After is { } after) drafts = db.Dialect.After(drafts, after, d => d.MadeAt, d => d.Id);
            var rows = await drafts.OrderByDescending(d => d.MadeAt).ThenByDescending(d => d.Id).Take(take + 1)
                .Select(d => new Row(d.Id, d.BuyerName, new Money(d.Total, d.Currency), d.Owner, d.Waits, d.MadeAt, d.ChangedAt, d.Revises != null)).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            return new(page, rows.Count > take ? new(page[^1].MadeAt, page[^1].Id.Value) : null);
        }
    }
}
