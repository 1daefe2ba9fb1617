using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>One account between two days, both included: what it began with, a page of its lines, newest first, and what it ended with.</summary>
[Requires("ledger.read")]
public sealed record GetAccountLedger(AccountRole Account, DateOnly From, DateOnly To, PageKey? After = null, int Take = 50) : IQuery<GetAccountLedger.View>
{
    public sealed record View(IReadOnlyList<Sum> Sums, Page<Row> Lines);

    /// <summary>Opening and closing are debits less credits.</summary>
    public sealed record Sum(Currency Currency, decimal Opening, decimal Debit, decimal Credit, decimal RonOpening, decimal RonDebit, decimal RonCredit)
    {
        public decimal Closing => Opening + Debit - Credit;

        public decimal RonClosing => RonOpening + RonDebit - RonCredit;
    }

    public sealed record Row(
        JournalLineId Id, JournalEntryId Entry, DateOnly Date, string Kind, string Memo, EntrySide Side, Money Amount, decimal Ron, string? CustomerKey, string? CustomerName, string? Detail);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetAccountLedger, View>
    {
        public async Task<View> Handle(GetAccountLedger query, CancellationToken ct)
        {
            var before = await db.SumsUntil(query.From.AddDays(-1), query.Account, ct);
            var after = await db.SumsUntil(query.To, query.Account, ct);
            return new([.. after.OrderBy(s => s.Currency.Code, StringComparer.Ordinal).Select(s => Between(before.FirstOrDefault(b => b.Currency == s.Currency), s))], await Page(query, ct));
        }

        async Task<Page<Row>> Page(GetAccountLedger query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var lines = db.JournalLines.AsNoTracking().Where(l => l.Account == query.Account && l.Date >= query.From && l.Date <= query.To);
            if (query.After is { } key) lines = db.Dialect.Beyond(lines, DateOnly.FromDateTime(key.At.UtcDateTime), key.Id, descending: true, l => l.Date, l => l.Id);
            var rows = await lines.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id).Take(take + 1)
                .Select(l => new Row(l.Id, l.EntryId, l.Date, l.Entry.Kind, l.Entry.Memo, l.Side, new Money(l.Amount, l.Currency), l.Ron, l.CustomerKey, l.CustomerName, l.Detail))
                .ToListAsync(ct);
            return rows.Count <= take ? new(rows, null) : new(rows[..take], PageKey.Of(rows[take - 1].Date, rows[take - 1].Id.Value));
        }

        static Sum Between(AccountSum? before, AccountSum after)
        {
            var from = before ?? new(after.Account, after.Currency, 0, 0, 0, 0);
            return new(
                after.Currency,
                from.Debit - from.Credit, after.Debit - from.Debit, after.Credit - from.Credit,
                from.RonDebit - from.RonCredit, after.RonDebit - from.RonDebit, after.RonCredit - from.RonCredit);
        }
    }
}
