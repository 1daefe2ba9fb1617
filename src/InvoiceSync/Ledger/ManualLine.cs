using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger;

/// <summary>A line a person enters: an amount above zero on one side of an account.</summary>
public sealed record ManualLine(AccountRole Account, EntrySide Side, decimal Amount, string? CustomerKey = null, string? CustomerName = null)
{
    internal PostingLine ToPosting() => new(Account, Side == EntrySide.Debit ? Amount : -Amount)
    {
        Customer = string.IsNullOrWhiteSpace(CustomerKey) ? null : new(CustomerKey.Trim(), CustomerName?.Trim() ?? CustomerKey.Trim()),
    };
}

/// <summary>An entry a person writes: day, currency, RON for one unit when it is another currency, and the lines.</summary>
public sealed record ManualEntry(DateOnly Date, Currency Currency, decimal? Rate, IReadOnlyList<ManualLine> Lines);
