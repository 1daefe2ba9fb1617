using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the pro-formas and quotes the caller may see, newest first.</summary>
[Requires("invoice.read")]
public sealed record ListEstimates(EstimateStatus? Status = null, EstimateKind? Kind = null, PageKey? After = null, int Take = 50) : IQuery<Page<GetEstimate.View>>
{
    public CustomerId? Customer { get; init; }

    public bool OldestFirst { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ListEstimates, Page<GetEstimate.View>>
    {
        const int Most = 500;

        public async Task<Page<GetEstimate.View>> Handle(ListEstimates query, CancellationToken ct)
        {
            var (take, caller) = (Math.Clamp(query.Take, 1, Most), who.Caller);
            var today = await dispatcher.Today(time, ct);
            var rows = await Sorted(Narrowed(db.EstimatesSeenBy(caller).AsNoTracking(), query, today), query).Take(take + 1).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            return new([.. page.Select(e => GetEstimate.View.Of(e, today, caller))], rows.Count > take ? new(page[^1].MadeAt, page[^1].Id.Value) : null);
        }

        static IQueryable<Estimate> Narrowed(IQueryable<Estimate> estimates, ListEstimates query, DateOnly today)
        {
            if (query.Kind is { } kind) estimates = estimates.Where(e => e.Kind == kind);
            if (query.Customer is { } customer) estimates = estimates.Where(e => e.CustomerId == customer);
            return query.Status switch
            {
                null => estimates,
                EstimateStatus.Invoiced => estimates.Where(e => e.Invoice != null),
                EstimateStatus.Expired => estimates.Where(e => e.Invoice == null && (e.Answer == EstimateStatus.Draft || e.Answer == EstimateStatus.Sent) && e.ValidUntil < today),
                EstimateStatus.Draft or EstimateStatus.Sent => estimates.Where(e => e.Invoice == null && e.Answer == query.Status && e.ValidUntil >= today),
                _ => estimates.Where(e => e.Invoice == null && e.Answer == query.Status),
            };
        }

        IQueryable<Estimate> Sorted(IQueryable<Estimate> estimates, ListEstimates query)
        {
            if (query.After is { } after) estimates = db.Dialect.Beyond(estimates, after.At, after.Id, !query.OldestFirst, e => e.MadeAt, e => e.Id);
            return query.OldestFirst ? estimates.OrderBy(e => e.MadeAt).ThenBy(e => e.Id) : estimates.OrderByDescending(e => e.MadeAt).ThenByDescending(e => e.Id);
        }
    }
}
