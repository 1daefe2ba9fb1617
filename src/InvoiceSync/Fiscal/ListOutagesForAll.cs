using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>What the operator entered for all companies, the latest first: a year of it, at most two hundred.</summary>
[Requires("platform.outages")]
public sealed record ListOutagesForAll : IQuery<IReadOnlyList<Outage>>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ListOutagesForAll, IReadOnlyList<Outage>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Outage>> Handle(ListOutagesForAll query, CancellationToken ct) =>
            await OperatorOutage.Since(db, time.GetUtcNow().AddDays(-OutagePeriod.ReachDays), Most, ct);
    }
}
