using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// What is still to be filed, of sales and of invoices written here, the most urgent first. A sale that waits for a person has
/// no invoice yet; the law counts from its day all the same.
/// </summary>
sealed class OpenDeadlines(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, TimeProvider time)
{
    static readonly SaleState[] Invoiced = [SaleState.Waiting, SaleState.Sent, SaleState.Unknown, SaleState.Refused];
    static readonly SaleState[] Stopped = [SaleState.Ready, SaleState.Parked];

    /// <summary>Own are the invoices written here; of the sales those sold at Since or later, when it is given.</summary>
    public async Task<IReadOnlyList<Deadline>> Next(GetTenant.View tenant, IReadOnlyList<GetOwnFigures.Open> own, int take, DateTimeOffset since, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = FilingDeadline.DayOf(now);
        var outages = (await dispatcher.Ask(new ListOutages(), ct)).OrThrow();
        var seen = db.SalesSeenBy(who.Caller).Where(s => s.SoldAt >= since);
        var filed = await seen.Where(s => Invoiced.Contains(s.State) && s.FileBy != null).OrderBy(s => s.FileBy).Take(take).Select(SaleRow.Of).ToListAsync(ct);
        var stopped = await seen.Where(s => Stopped.Contains(s.State)).OrderBy(s => s.SoldAt).Take(take).Select(SaleRow.Of).ToListAsync(ct);
        return
        [
            .. filed.Select(s => Of(s, FilingDeadline.DayOf(s.FileBy!.Value.AddSeconds(-1)), s.FileBy.Value))
                .Concat(stopped.Select(s => (Sale: s, By: FilingDeadline.For(tenant.DateOf(s.SoldAt)))).Select(s => Of(s.Sale, s.By.LastDay, s.By.At)))
                .Concat(own.Select(Own))
                .OrderBy(d => d.FileBy).Take(take).Select(Rested),
        ];

        Deadline Rested(Deadline open) => outages.Count == 0 ? open : open with { Rest = outages.Max(o => o.RestFor(open.LastDay, now)) };

        Deadline Of(ListSales.Row sale, DateOnly last, DateTimeOffset by) =>
            new(sale.Id, sale.Invoice, sale.Number, sale.CustomerName, sale.Total, sale.State, last, by, WorkingDays.Left(today, last), sale.Reason);

        Deadline Own(GetOwnFigures.Open invoice)
        {
            var by = FilingDeadline.For(invoice.IssuedOn, invoice.SuppliedOn);
            return new(null, invoice.Id, invoice.Number, invoice.BuyerName, invoice.Total, SaleStateOf.Filing(invoice.Filing), by.LastDay, by.At, WorkingDays.Left(today, by.LastDay), null);
        }
    }
}
