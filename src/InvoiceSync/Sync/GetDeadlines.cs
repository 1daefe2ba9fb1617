using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>What must still be filed and until when, the most urgent first, with its sums and what being late may cost.</summary>
[Requires("invoice.read")]
public sealed record GetDeadlines : IQuery<GetDeadlines.View>
{
    /// <summary>IsCut: there is more than is shown, all of it later. Fine is for one finding. IsMuted: the reader wants no mails about deadlines.</summary>
    public sealed record View(IReadOnlyList<Deadline> Rows, IReadOnlyList<Sum> Sums, bool IsCut, CompanySize Size, LateFine Fine, bool IsMuted)
    {
        /// <summary>When providers were down, the latest first.</summary>
        public IReadOnlyList<Outage> Outages { get; init; } = [];

        /// <summary>Late ones whose duty does not rest now.</summary>
        public int Exposed => Rows.Count(r => BandOf(r) == DeadlineBand.Late && r.Rest != DutyRest.Now);
    }

    /// <summary>What stands in a band; totals are one a currency.</summary>
    public sealed record Sum(DeadlineBand Band, int Count, IReadOnlyList<Money> Totals);

    /// <summary>Tomorrow is the next working day: what is due on it has one left.</summary>
    public static DeadlineBand BandOf(Deadline deadline) => deadline.WorkingDaysLeft switch
    {
        < 0 => DeadlineBand.Late,
        0 => DeadlineBand.Today,
        1 => DeadlineBand.Tomorrow,
        _ => DeadlineBand.Later,
    };

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, OpenDeadlines deadlines) : IHandle<GetDeadlines, View>
    {
        const int Shown = 300;

        public async Task<View> Handle(GetDeadlines query, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var own = (await dispatcher.Ask(new ListUnfiled(DateOnly.MinValue, Shown + 1), ct)).OrThrow();
            var open = await deadlines.Next(tenant, own, Shown + 1, DateTimeOffset.MinValue, ct);
            List<Deadline> rows = [.. open.Take(Shown)];
            var size = await db.DeadlineSettings.Select(s => s.Size).SingleOrDefaultAsync(ct);
            var me = who.Caller.Actor;
            return new(
                rows,
                [.. Enum.GetValues<DeadlineBand>().Select(band => In(band, [.. rows.Where(r => BandOf(r) == band)]))],
                open.Count > Shown, size, LateFine.Of(size), await db.DeadlineMutes.AnyAsync(m => m.Person == me, ct))
            {
                Outages = (await dispatcher.Ask(new ListOutages(), ct)).OrThrow(),
            };
        }

        static Sum In(DeadlineBand band, IReadOnlyList<Deadline> rows) =>
            new(band, rows.Count, [.. rows.GroupBy(r => r.Total.Currency).Select(g => new Money(g.Sum(r => r.Total.Amount), g.Key))]);
    }
}
