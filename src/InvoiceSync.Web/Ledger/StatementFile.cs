using InvoiceSync.Kernel;
using InvoiceSync.Ledger;

namespace InvoiceSync.Web.Ledger;

/// <summary>A customer's statement as a table file: the balance before, what moved, the balance after, for each currency. Debits are owed to us.</summary>
static class StatementFile
{
    public static string Of(GetCustomerStatement asked, GetCustomerStatement.View view)
    {
        IEnumerable<string> rows =
        [
            "date,kind,memo,debit,credit,currency",
            .. view.Sums.Select(sum => Balance(asked.From, "opening_balance", sum.Opening, sum.Currency)),
            .. view.IsCut ? [Row(asked.From, "earlier_movements_left_out", null, 0, 0, null)] : Array.Empty<string>(),
            .. view.Rows.Select(row => row.Side == EntrySide.Debit
                ? Row(row.Date, row.Kind, row.Memo, row.Amount.Amount, 0, row.Amount.Currency)
                : Row(row.Date, row.Kind, row.Memo, 0, row.Amount.Amount, row.Amount.Currency)),
            .. view.Sums.Select(sum => Balance(asked.To, "closing_balance", sum.Closing, sum.Currency)),
        ];
        return string.Join("\r\n", rows) + "\r\n";
    }

    static string Balance(DateOnly day, string kind, decimal owed, Currency currency) => Row(day, kind, null, Math.Max(owed, 0), Math.Max(-owed, 0), currency);

    static string Row(DateOnly day, string kind, string? memo, decimal debit, decimal credit, Currency? currency) =>
        CsvRow.Of(LedgerDays.Write(day), kind, memo, debit, credit, currency?.Code);
}
