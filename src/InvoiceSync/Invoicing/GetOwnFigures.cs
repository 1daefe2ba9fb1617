using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What the first page tells of the invoices written here: those issued since Today, how far all since Quarter are, and the oldest still open.</summary>
[Requires("invoice.read")]
public sealed record GetOwnFigures(DateTimeOffset Today, DateTimeOffset Recent, DateTimeOffset Quarter, int Oldest) : IQuery<GetOwnFigures.View>
{
    public sealed record View(IReadOnlyList<Money> TodayTotals, int TodayCount, IReadOnlyDictionary<InvoiceFiling, int> ByFiling, IReadOnlyList<Made> Recent, IReadOnlyList<Open> Oldest);

    public sealed record Made(DateTimeOffset At, InvoiceFiling Filing);

    /// <summary>One the authority has not accepted yet.</summary>
    public sealed record Open(InvoiceId Id, string Number, string BuyerName, Money Total, InvoiceFiling Filing, DateOnly IssuedOn, DateOnly? SuppliedOn);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetOwnFigures, View>
    {
        public async Task<View> Handle(GetOwnFigures query, CancellationToken ct)
        {
            var own = db.OwnInvoicesSeenBy(who.Caller);
            var totals = await own.Where(i => i.MadeAt >= query.Today).GroupBy(i => i.Currency)
                .Select(g => new { Currency = g.Key, Total = g.Sum(i => i.Total), Count = g.Count() }).ToListAsync(ct);
            var filings = await own.Where(i => i.MadeAt >= query.Quarter).GroupBy(i => i.Filing).Select(g => new { Filing = g.Key, Count = g.Count() }).ToListAsync(ct);
            var recent = await own.Where(i => i.MadeAt >= query.Recent).Select(i => new Made(i.MadeAt, i.Filing)).ToListAsync(ct);
            return new([.. totals.Select(t => new Money(t.Total, t.Currency))], totals.Sum(t => t.Count), filings.ToDictionary(f => f.Filing, f => f.Count), recent, await UnfiledInvoices.Oldest(own, query.Oldest, ct));
        }
    }
}
