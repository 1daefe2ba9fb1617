using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger.Model;

/// <summary>Both columns of an account in one currency, and their value in RON.</summary>
sealed record AccountSum(AccountRole Account, Currency Currency, decimal Debit, decimal Credit, decimal RonDebit, decimal RonCredit)
{
    public AccountSum Plus(AccountSum other) =>
        this with { Debit = Debit + other.Debit, Credit = Credit + other.Credit, RonDebit = RonDebit + other.RonDebit, RonCredit = RonCredit + other.RonCredit };
}

/// <summary>Sums up to a day: whole months from the balances the database keeps, the days of the last one from its lines.</summary>
static class AccountSums
{
    public static async Task<IReadOnlyList<AccountSum>> SumsUntil(this InvoiceSyncDb db, DateOnly day, AccountRole? only, CancellationToken ct)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        var isWhole = day == month.AddMonths(1).AddDays(-1);
        var whole = isWhole ? month : month.AddMonths(-1);
        var months = db.MonthBalances.AsNoTracking().Where(b => b.Month <= whole);
        if (only is { } account) months = months.Where(b => b.Account == account);
        var sums = await months.GroupBy(b => new { b.Account, b.Currency })
            .Select(g => new AccountSum(g.Key.Account, g.Key.Currency, g.Sum(b => b.Debit), g.Sum(b => b.Credit), g.Sum(b => b.RonDebit), g.Sum(b => b.RonCredit)))
            .ToListAsync(ct);
        if (!isWhole) sums.AddRange(await db.SumsOf(month, day, only, ct));
        return [.. sums.GroupBy(s => (s.Account, s.Currency)).Select(g => g.Aggregate((a, b) => a.Plus(b)))];
    }

    /// <summary>What the lines of these days come to.</summary>
    public static Task<List<AccountSum>> SumsOf(this InvoiceSyncDb db, DateOnly from, DateOnly to, AccountRole? only, CancellationToken ct)
    {
        var lines = db.JournalLines.AsNoTracking().Where(l => l.Date >= from && l.Date <= to);
        if (only is { } account) lines = lines.Where(l => l.Account == account);
        return lines.Sums().ToListAsync(ct);
    }

    public static IQueryable<AccountSum> Sums(this IQueryable<JournalLine> lines) =>
        lines.GroupBy(l => new { l.Account, l.Currency })
            .Select(g => new AccountSum(
                g.Key.Account,
                g.Key.Currency,
                g.Sum(l => l.Side == EntrySide.Debit ? l.Amount : 0),
                g.Sum(l => l.Side == EntrySide.Credit ? l.Amount : 0),
                g.Sum(l => l.Side == EntrySide.Debit ? l.Ron : 0),
                g.Sum(l => l.Side == EntrySide.Credit ? l.Ron : 0)));
}
