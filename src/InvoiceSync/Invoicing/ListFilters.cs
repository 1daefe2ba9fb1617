using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The filters the caller has put by, by name.</summary>
[Requires("invoice.read")]
public sealed record ListFilters : IQuery<IReadOnlyList<ListFilters.Row>>
{
    public sealed record Row(SavedFilterId Id, string Name, string Query, bool IsDefault);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListFilters, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListFilters query, CancellationToken ct) =>
            await db.SavedFilters.AsNoTracking().Where(f => f.Owner == who.Caller.Actor).OrderBy(f => f.Name).Select(f => new Row(f.Id, f.Name, f.Query, f.IsDefault)).ToListAsync(ct);
    }
}
