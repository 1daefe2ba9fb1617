using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>Adds up every line anew and compares: with the balances kept by month, and within each entry. Reads the whole ledger.</summary>
[Requires("ledger.read")]
public sealed record CheckLedger : IQuery<CheckLedger.Report>
{
    /// <summary>Drifted are months whose kept balance is not the sum of its lines; Unbalanced are entries whose lines do not come to their totals.</summary>
    public sealed record Report(long Entries, long Lines, IReadOnlyList<Drift> Drifted, IReadOnlyList<JournalEntryId> Unbalanced)
    {
        public bool Holds => Drifted.Count == 0 && Unbalanced.Count == 0;
    }

    public sealed record Drift(AccountRole Account, Currency Currency, DateOnly Month);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<CheckLedger, Report>
    {
        const int MostNamed = 100;

        public async Task<Report> Handle(CheckLedger query, CancellationToken ct)
        {
            var kept = await db.MonthBalances.AsNoTracking().ToDictionaryAsync(b => (b.Account, b.Currency, b.Month), b => (b.Debit, b.Credit, b.RonDebit, b.RonCredit), ct);
            var told = await db.JournalLines.AsNoTracking().GroupBy(l => new { l.Account, l.Currency, l.Date.Year, l.Date.Month })
                .Select(g => new
                {
                    g.Key,
                    Debit = g.Sum(l => l.Side == EntrySide.Debit ? l.Amount : 0),
                    Credit = g.Sum(l => l.Side == EntrySide.Credit ? l.Amount : 0),
                    RonDebit = g.Sum(l => l.Side == EntrySide.Debit ? l.Ron : 0),
                    RonCredit = g.Sum(l => l.Side == EntrySide.Credit ? l.Ron : 0),
                })
                .ToDictionaryAsync(g => (g.Key.Account, g.Key.Currency, new DateOnly(g.Key.Year, g.Key.Month, 1)), g => (g.Debit, g.Credit, g.RonDebit, g.RonCredit), ct);
            var drifted = kept.Keys.Union(told.Keys).Where(k => kept.GetValueOrDefault(k) != told.GetValueOrDefault(k)).Select(k => new Drift(k.Account, k.Currency, k.Item3));
            return new(await db.JournalEntries.LongCountAsync(ct), await db.JournalLines.LongCountAsync(ct), [.. drifted], await Unbalanced(ct));
        }

        Task<List<JournalEntryId>> Unbalanced(CancellationToken ct) =>
            db.JournalEntries.AsNoTracking()
                .Where(e => e.Lines.Count != e.LineCount
                    || e.Lines.Sum(l => l.Side == EntrySide.Debit ? l.Amount : 0) != e.Amount || e.Lines.Sum(l => l.Side == EntrySide.Credit ? l.Amount : 0) != e.Amount
                    || e.Lines.Sum(l => l.Side == EntrySide.Debit ? l.Ron : 0) != e.Ron || e.Lines.Sum(l => l.Side == EntrySide.Credit ? l.Ron : 0) != e.Ron)
                .OrderBy(e => e.Id).Take(MostNamed).Select(e => e.Id).ToListAsync(ct);
    }
}
