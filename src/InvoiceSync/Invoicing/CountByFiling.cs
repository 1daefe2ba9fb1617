using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>How many invoices are how far with the authority. Of the settled ones those issued since a day are counted, of the open ones all.</summary>
[Requires("invoice.read")]
public sealed record CountByFiling(DateOnly SettledSince) : IQuery<IReadOnlyDictionary<InvoiceFiling, int>>
{
    public Between<DateOnly>? Issued { get; init; }

    public bool? IsCredit { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<CountByFiling, IReadOnlyDictionary<InvoiceFiling, int>>
    {
        static readonly InvoiceFiling[] Settled = [InvoiceFiling.Accepted, InvoiceFiling.Stopped, InvoiceFiling.Kept];

        public async Task<IReadOnlyDictionary<InvoiceFiling, int>> Handle(CountByFiling query, CancellationToken ct)
        {
            var invoices = db.InvoicesSeenBy(who.Caller).Within(i => i.IssuedOn, query.Issued);
            if (query.IsCredit is { } isCredit) invoices = isCredit ? invoices.Where(i => i.Corrects != null) : invoices.Where(i => i.Corrects == null);
            var open = await Count(invoices.Where(i => !Settled.Contains(i.Filing)), ct);
            var settled = await Count(invoices.Where(i => Settled.Contains(i.Filing) && i.IssuedOn >= query.SettledSince), ct);
            return open.Concat(settled).ToDictionary(c => c.Key, c => c.Value);
        }

        static Task<Dictionary<InvoiceFiling, int>> Count(IQueryable<Invoice> invoices, CancellationToken ct) =>
            invoices.GroupBy(i => i.Filing).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
