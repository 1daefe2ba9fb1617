using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>What a customer owed before the first day, what moved until the last one, oldest first, and what they owe then; credits count against it.</summary>
[Requires("ledger.read")]
public sealed record GetCustomerStatement(string Customer, DateOnly From, DateOnly To) : IQuery<GetCustomerStatement.View>
{
    /// <summary>More movements than one statement shows are cut, newest first; sums stay whole.</summary>
    public const int Most = 1000;

    static readonly AccountRole[] Owed = [AccountRole.Receivable, AccountRole.CustomerCredits];

    public sealed record View(string Customer, string? Name, IReadOnlyList<Sum> Sums, IReadOnlyList<Row> Rows, bool IsCut);

    /// <summary>Positive is owed to us.</summary>
    public sealed record Sum(Currency Currency, decimal Opening, decimal Debit, decimal Credit)
    {
        public decimal Closing => Opening + Debit - Credit;
    }

    public sealed record Row(JournalEntryId Entry, DateOnly Date, string Kind, string Memo, string SourceId, EntrySide Side, Money Amount, decimal Ron);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCustomerStatement, View>
    {
        public async Task<View> Handle(GetCustomerStatement query, CancellationToken ct)
        {
            var theirs = db.JournalLines.AsNoTracking().Where(l => l.CustomerKey == query.Customer && Owed.Contains(l.Account));
            var moved = theirs.Where(l => l.Date >= query.From && l.Date <= query.To);
            var before = await theirs.Where(l => l.Date < query.From).Sums().ToListAsync(ct);
            var during = await moved.Sums().ToListAsync(ct);
            var name = await theirs.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id).Select(l => l.CustomerName).FirstOrDefaultAsync(ct);
            var rows = await moved.OrderByDescending(l => l.Date).ThenByDescending(l => l.Id).Take(Most + 1)
                .Select(l => new Row(l.EntryId, l.Date, l.Entry.Kind, l.Entry.Memo, l.Entry.SourceId, l.Side, new Money(l.Amount, l.Currency), l.Ron))
                .ToListAsync(ct);
            return new(query.Customer, name, [.. Sums(before, during)], [.. rows.Take(Most).Reverse()], rows.Count > Most);
        }

        static IEnumerable<Sum> Sums(List<AccountSum> before, List<AccountSum> during) =>
            from currency in before.Concat(during).Select(s => s.Currency).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal)
            let was = before.Where(s => s.Currency == currency)
            let now = during.Where(s => s.Currency == currency)
            select new Sum(currency, was.Sum(s => s.Debit - s.Credit), now.Sum(s => s.Debit), now.Sum(s => s.Credit));
    }
}
