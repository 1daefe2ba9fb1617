using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the invoices, of sales and written here, that are so far with the authority: the oldest first, of the settled the newest.</summary>
[Requires("invoice.read")]
public sealed record ListByFiling(InvoiceFiling Filing, PageKey? After = null, int Take = 50) : IQuery<Page<ListByFiling.Row>>
{
    public Between<DateOnly>? Issued { get; init; }

    /// <summary>Only what takes invoices back, or only what does not.</summary>
    public bool? IsCredit { get; init; }

    public sealed record Row(InvoiceId Id, string Number, string BuyerName, Money Total, DateOnly IssuedOn, bool IsCredit);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListByFiling, Page<Row>>
    {
        const int Most = 200;

        public async Task<Page<Row>> Handle(ListByFiling query, CancellationToken ct)
        {
            var (take, newest) = (Math.Clamp(query.Take, 1, Most), query.Filing is InvoiceFiling.Accepted or InvoiceFiling.Kept);
            var invoices = db.InvoicesSeenBy(who.Caller).Where(i => i.Filing == query.Filing).Within(i => i.IssuedOn, query.Issued);
            if (query.IsCredit is { } isCredit) invoices = isCredit ? invoices.Where(i => i.Corrects != null) : invoices.Where(i => i.Corrects == null);
            if (query.After is { } after) invoices = db.Dialect.Beyond(invoices, DateOnly.FromDateTime(after.At.UtcDateTime), after.Id, newest, i => i.IssuedOn, i => i.Id);
            var sorted = newest ? invoices.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Id) : invoices.OrderBy(i => i.IssuedOn).ThenBy(i => i.Id);
            var rows = await sorted.Take(take + 1).Select(i => new { i.Id, i.Number, i.Document, i.Total, i.Currency, i.IssuedOn, IsCredit = i.Corrects != null }).ToListAsync(ct);
            List<Row> page = [.. rows.Take(take).Select(i => new Row(i.Id, i.Number, i.Document.Buyer.Name, new(i.Total, i.Currency), i.IssuedOn, i.IsCredit))];
            return new(page, rows.Count > take ? PageKey.Of(page[^1].IssuedOn, page[^1].Id.Value) : null);
        }
    }
}
