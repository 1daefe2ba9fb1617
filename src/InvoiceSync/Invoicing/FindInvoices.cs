using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The few invoices and drafts somebody means who types a number or its last digits, the beginning of a buyer's name or
/// e-mail, or an amount. For a search box: flat however many invoices there are.
/// </summary>
[Requires("invoice.read")]
public sealed record FindInvoices(string Text, decimal? Amount = null, int Take = 6) : IQuery<FindInvoices.View>
{
    public sealed record View(IReadOnlyList<Hit> Issued, IReadOnlyList<Hit> Drafts);

    /// <summary>A draft has neither number nor date.</summary>
    public sealed record Hit(InvoiceId Id, string Number, string BuyerName, Money Total, DateOnly? IssuedOn);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, TimeProvider time) : IHandle<FindInvoices, View>
    {
        const int Most = 20;
        const int LongestText = 100;

        // Drafts are what is on the desk, not an archive.
        const int NewestDrafts = 500;
        const int NewestByAmount = 5_000;

        public async Task<View> Handle(FindInvoices query, CancellationToken ct)
        {
            var (text, take) = (query.Text.Trim(), Math.Clamp(query.Take, 1, Most));
            if (text.Length is 0 or > LongestText) return new([], []);
            List<Hit> issued = [];
            foreach (var way in await Ways(text, query.Amount, ct))
                if (issued.Count < take) issued.AddRange(await Hits(way.Take(take), ct));
            return new([.. issued.DistinctBy(h => h.Id).Take(take)], await Drafts(text, query.Amount, take, ct));
        }

        // Each is the beginning of one index, in its order, so that the first few are read and no more.
        async Task<IEnumerable<IQueryable<Invoice>>> Ways(string text, decimal? amount, CancellationToken ct)
        {
            var (seen, capitals) = (db.InvoicesSeenBy(who.Caller), text.ToUpperInvariant());
            List<IQueryable<Invoice>> ways = [];
            if (await SeriesNumbers(text, ct) is { Count: > 0 } numbers) ways.Add(seen.Where(i => numbers.Contains(i.Number)).OrderByDescending(i => i.Number));
            foreach (var start in (string[])[text, .. text == capitals ? Array.Empty<string>() : [capitals]])
                ways.Add(db.Dialect.Beginning(seen, (i => i.Number, start)).OrderByDescending(i => i.Number));
            if (amount is { } total) ways.Add(Newest(seen).Where(i => i.Total == total).OrderByDescending(i => i.MadeAt).ThenByDescending(i => i.Id));
            ways.Add(db.Dialect.Beginning(seen, (i => i.BuyerName, capitals)).OrderBy(i => i.BuyerName));
            if (text.Contains('@', StringComparison.Ordinal)) ways.Add(db.Dialect.Beginning(seen, (i => i.BuyerEmail, capitals)).OrderBy(i => i.BuyerEmail));
            return ways;
        }

        // Behind row-level security PostgreSQL keeps comparisons of numeric away from every index, since they might leak what they see in an error.
        static IQueryable<Invoice> Newest(IQueryable<Invoice> seen) => seen.OrderByDescending(i => i.MadeAt).ThenByDescending(i => i.Id).Take(NewestByAmount);

        // "12" means FACT-2026-0012, or last year's.
        async Task<IReadOnlyList<string>> SeriesNumbers(string text, CancellationToken ct)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var counter)) return [];
            var today = await dispatcher.Today(time, ct);
            var patterns = await db.InvoiceSeries.AsNoTracking().Select(s => s.Pattern).Take(Most).ToListAsync(ct);
            return [.. from pattern in patterns.DefaultIfEmpty(InvoiceSeries.DefaultPattern).Select(NumberPattern.Parse)
                       from month in Enumerable.Range(0, 24)
                       select pattern.Number(today.AddMonths(-month), counter) into number
                       group number by number into same
                       select same.Key];
        }

        static async Task<IReadOnlyList<Hit>> Hits(IQueryable<Invoice> invoices, CancellationToken ct)
        {
            var rows = await invoices.Select(i => new { i.Id, i.Number, i.Document, i.Total, i.Currency, i.IssuedOn }).ToListAsync(ct);
            return [.. rows.Select(i => new Hit(i.Id, i.Number, i.Document.Buyer.Name, new(i.Total, i.Currency), i.IssuedOn))];
        }

        async Task<IReadOnlyList<Hit>> Drafts(string text, decimal? amount, int take, CancellationToken ct)
        {
            var drafts = await db.DraftsSeenBy(who.Caller).AsNoTracking().OrderByDescending(d => d.MadeAt).ThenByDescending(d => d.Id).Take(NewestDrafts)
                .Select(d => new { d.Id, d.BuyerName, d.Total, d.Currency }).ToListAsync(ct);
            var name = FoldedText.Of(text);
            return
            [
                .. drafts.Where(d => d.Total == amount || (name.Length > 0 && FoldedText.Of(d.BuyerName).Contains(name, StringComparison.Ordinal)))
                    .Take(take).Select(d => new Hit(d.Id, "", d.BuyerName, new(d.Total, d.Currency), null)),
            ];
        }
    }
}
