using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;

namespace InvoiceSync.Ledger;

/// <summary>Every account's debits and credits up to and including a day, by currency and in RON. All balances together are zero.</summary>
[Requires("ledger.read")]
public sealed record GetTrialBalance(DateOnly AsOf) : IQuery<GetTrialBalance.View>
{
    public sealed record View(DateOnly AsOf, IReadOnlyList<Row> Rows)
    {
        /// <summary>Debits less credits of all accounts in RON; zero, or the ledger is broken.</summary>
        public decimal Difference => Rows.Sum(r => r.RonDebit - r.RonCredit);
    }

    public sealed record Row(AccountRole Account, Currency Currency, decimal Debit, decimal Credit, decimal RonDebit, decimal RonCredit)
    {
        public decimal Balance => Debit - Credit;

        public decimal RonBalance => RonDebit - RonCredit;
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetTrialBalance, View>
    {
        public async Task<View> Handle(GetTrialBalance query, CancellationToken ct)
        {
            var sums = await db.SumsUntil(query.AsOf, null, ct);
            return new(query.AsOf, [.. sums.OrderBy(s => s.Account).ThenBy(s => s.Currency.Code, StringComparer.Ordinal)
                .Select(s => new Row(s.Account, s.Currency, s.Debit, s.Credit, s.RonDebit, s.RonCredit))]);
        }
    }
}
