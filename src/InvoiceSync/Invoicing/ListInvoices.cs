using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the issued invoices the caller may see. Search matches the start of a number, or of the buyer's name or e-mail.</summary>
[Requires("invoice.read")]
public sealed record ListInvoices(string? Search = null, InvoiceStatus? Status = null, Currency? Currency = null, PageKey? After = null, int Take = 50) : IQuery<Page<GetInvoiceDetails.View>>
{
    public Between<DateOnly>? Issued { get; init; }

    public Between<decimal>? Total { get; init; }

    public CustomerId? Customer { get; init; }

    /// <summary>Only those that have each of these pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Only what takes invoices back, or only what does not.</summary>
    public bool? IsCredit { get; init; }

    public InvoiceOrder Order { get; init; }

    public bool OldestFirst { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ListInvoices, Page<GetInvoiceDetails.View>>
    {
        const int Most = 500;

        public async Task<Page<GetInvoiceDetails.View>> Handle(ListInvoices query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var today = await dispatcher.Today(time, ct);
            var rows = await Sorted(Filtered(query, today), query).Take(take + 1).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            return new([.. page.Select(invoice => GetInvoiceDetails.View.Of(invoice, today))], rows.Count > take ? KeyOf(page[^1], query.Order) : null);
        }

        IQueryable<Invoice> Filtered(ListInvoices query, DateOnly today)
        {
            var invoices = db.Invoices.AsNoTracking();
            if (who.Caller.Reach("invoice.read") is { } actors) invoices = invoices.Where(i => i.Owner != null && actors.Contains(i.Owner));
            if (query.IsCredit is { } isCredit) invoices = isCredit ? invoices.Where(i => i.Corrects != null) : invoices.Where(i => i.Corrects == null);
            if (query.Currency is { } currency) invoices = invoices.Where(i => i.Currency == currency);
            if (query.Customer is { } customer) invoices = invoices.Where(i => i.CustomerId == customer);
            foreach (var mark in (query.Metadata ?? new Dictionary<string, string>()).Select(m => Customers.Metadata.MarkOf(m.Key, m.Value))) invoices = invoices.Where(i => i.Marks.Contains(mark));
            invoices = invoices.Of(query.Status, today);
            if (query.Search?.Trim() is { Length: > 0 and <= 100 } search)
                invoices = db.Dialect.Beginning(invoices, (i => i.Number, search), (i => i.BuyerName, search.ToUpperInvariant()), (i => i.BuyerEmail, search.ToUpperInvariant()));
            return invoices.Within(i => i.IssuedOn, query.Issued).Within(i => i.Total, query.Total);
        }

        IQueryable<Invoice> Sorted(IQueryable<Invoice> invoices, ListInvoices query)
        {
            var newest = !query.OldestFirst;
            if (query.Order == InvoiceOrder.Issued)
            {
                if (query.After is { } day) invoices = db.Dialect.Beyond(invoices, DateOnly.FromDateTime(day.At.UtcDateTime), day.Id, newest, i => i.IssuedOn, i => i.Id);
                return newest ? invoices.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Id) : invoices.OrderBy(i => i.IssuedOn).ThenBy(i => i.Id);
            }

            if (query.After is { } after) invoices = db.Dialect.Beyond(invoices, after.At, after.Id, newest, i => i.MadeAt, i => i.Id);
            return newest ? invoices.OrderByDescending(i => i.MadeAt).ThenByDescending(i => i.Id) : invoices.OrderBy(i => i.MadeAt).ThenBy(i => i.Id);
        }

        // A day is kept as its first instant in UTC.
        static PageKey KeyOf(Invoice last, InvoiceOrder order) =>
            new(order == InvoiceOrder.Issued ? new(last.IssuedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : last.MadeAt, last.Id.Value);
    }
}
