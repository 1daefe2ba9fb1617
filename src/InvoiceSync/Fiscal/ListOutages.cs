using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>When providers were down, the company's own and the operator's entries, the latest first: a year of it, at most two hundred of each.</summary>
[Requires("invoice.read")]
public sealed record ListOutages : IQuery<IReadOnlyList<Outage>>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ListOutages, IReadOnlyList<Outage>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Outage>> Handle(ListOutages query, CancellationToken ct)
        {
            var since = time.GetUtcNow().AddDays(-OutagePeriod.ReachDays);
            var own = await db.Outages.AsNoTracking().Where(o => o.Until == null || o.Until > since).OrderByDescending(o => o.From).Take(Most)
                .Select(o => new Outage(o.Id, o.Provider, o.From, o.Until, o.IsObserved, o.Source) { IsTest = o.IsTest }).ToListAsync(ct);
            return [.. own.Concat(await OperatorOutage.Since(db, since, Most, ct)).OrderByDescending(o => o.From)];
        }
    }
}
