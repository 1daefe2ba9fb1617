using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What the customer of an invoice has open in its currency: that invoice first, then the others, the oldest debt first.</summary>
[Requires("invoice.read")]
public sealed record ListOpenInvoices(InvoiceId Like) : IQuery<IReadOnlyList<ListOpenInvoices.Row>>
{
    public const int Most = 100;

    public sealed record Row(InvoiceId Id, string Number, DateOnly DueOn, Money Open);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, Receivables receivables) : IHandle<ListOpenInvoices, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListOpenInvoices query, CancellationToken ct)
        {
            var like = await receivables.See(query.Like, ct);
            var (key, currency) = (like.Customer.Key, like.Currency);
            var invoices = db.Invoices.AsNoTracking().Where(i => i.CustomerKey == key && i.Currency == currency && i.Open != 0 && i.Id != query.Like);
            if (who.Caller.Reach("invoice.read") is { } actors) invoices = invoices.Where(i => i.Owner != null && actors.Contains(i.Owner));
            var others = await invoices.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(Most - 1)
                .Select(i => new Row(i.Id, i.Number, i.DueOn, new Money(i.Open, i.Currency))).ToListAsync(ct);
            return like.Open == 0 ? others : [new(like.Id, like.Number, like.DueOn, new(like.Open, currency)), .. others];
        }
    }
}
