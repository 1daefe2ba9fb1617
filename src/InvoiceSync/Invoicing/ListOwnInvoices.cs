using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the invoices written here and issued, newest first.</summary>
[Requires("invoice.read")]
public sealed record ListOwnInvoices(PageKey? After = null, int Take = 50) : IQuery<Page<ListOwnInvoices.Row>>
{
    public InvoiceFilter Filter { get; init; } = new();

    public sealed record Row(InvoiceId Id, string Number, string BuyerName, Money Total, DateOnly IssuedOn, DateOnly? DueOn, DateTimeOffset MadeAt, Settlement Settlement, InvoiceFiling Filing)
    {
        /// <summary>Takes an invoice back: credit note or storno. Its total is below zero.</summary>
        public bool IsCredit { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ListOwnInvoices, Page<Row>>
    {
        const int Most = 500;

        public async Task<Page<Row>> Handle(ListOwnInvoices query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var today = await dispatcher.Today(time, ct);
            var invoices = db.OwnInvoicesSeenBy(who.Caller).By(query.Filter, today, db.Dialect);
            if (query.After is { } after) invoices = db.Dialect.After(invoices, after, i => i.MadeAt, i => i.Id);
            var rows = await invoices.OrderByDescending(i => i.MadeAt).ThenByDescending(i => i.Id).Take(take + 1).ToListAsync(ct);
            var page = rows.Take(take)
                .Select(i => new Row(i.Id, i.Number, i.Document.Buyer.Name, new(i.Total, i.Currency), i.IssuedOn, i.Document.DueOn, i.MadeAt, i.Settlement(today), i.Filing) { IsCredit = i.Corrects is not null }).ToList();
            return new(page, rows.Count > take ? new(page[^1].MadeAt, page[^1].Id.Value) : null);
        }
    }
}
