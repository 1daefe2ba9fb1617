using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>One page of the sales list, newest first. Search matches the start of a number, name, e-mail or source id.</summary>
[Requires("invoice.read")]
public sealed record ListSales(
    string? Search = null,
    SaleState? State = null,
    SaleKind? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? CustomerId = null,
    PageKey? After = null,
    int Take = 50,
    SaleStatus? SourceStatus = null) : IQuery<Page<ListSales.Row>>
{
    public sealed record Row(
        SaleId Id,
        SaleKind Kind,
        string SourceId,
        string? Number,
        string? CustomerId,
        string CustomerName,
        string? CustomerEmail,
        Money Total,
        SaleState State,
        string SourceStatus,
        string? Reason,
        DateTimeOffset SoldAt,
        DateTimeOffset? FileBy,
        InvoiceId? Invoice);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher) : IHandle<ListSales, Page<Row>>
    {
        const int Most = 500;

        public async Task<Page<Row>> Handle(ListSales query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var sales = await Filtered(query, ct);
            if (query.After is { } after) sales = db.Dialect.After(sales, after, s => s.SoldAt, s => s.Id);
            var rows = await sales.OrderByDescending(s => s.SoldAt).ThenByDescending(s => s.Id).Take(take + 1).Select(SaleRow.Of).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            return new(page, rows.Count > take ? new(page[^1].SoldAt, page[^1].Id.Value) : null);
        }

        async Task<IQueryable<Sale>> Filtered(ListSales query, CancellationToken ct)
        {
            var sales = db.SalesSeenBy(who.Caller);
            if (query.State is { } state) sales = sales.Where(s => s.State == state);
            if (query.Kind is { } kind) sales = sales.Where(s => s.Kind == kind);
            if (query.SourceStatus is { } status) sales = sales.Where(s => s.SourceStatus == status);
            if (query.CustomerId is { } customer) sales = sales.Where(s => s.CustomerId == customer);
            if (query.Search?.Trim() is { Length: > 0 and <= 100 } search)
            {
                sales = db.Dialect.Beginning(
                    sales, (s => s.Number, search), (s => s.SearchName, search.ToUpperInvariant()), (s => s.SourceId, search), (s => s.CustomerEmail, search));
            }

            if (query.From is null && query.To is null) return sales;
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            if (query.From is { } from && tenant.StartOf(from) is var first) sales = sales.Where(s => s.SoldAt >= first);
            if (query.To is { } to && tenant.StartOf(to.AddDays(1)) is var end) sales = sales.Where(s => s.SoldAt < end);
            return sales;
        }
    }
}
