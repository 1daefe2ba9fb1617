namespace InvoiceSync.Ledger.Model;

/// <summary>The counter entry: the same lines on the other side, worth the same in RON. One for each entry, by the key of the fact.</summary>
static class Reversal
{
    public static Posting Of(JournalEntry entry, DateOnly date) =>
        new(Manual.Source, entry.Id.ToString(), "reversal", date, entry.Currency, [.. entry.Lines.OrderBy(l => l.No).Select(Counter)])
        {
            Rate = entry.Rate is { } rate ? new(rate, entry.RateOn!.Value, entry.RateSource!) : null,
            Reverses = entry.Id,
        };

    static PostingLine Counter(JournalLine line)
    {
        var sign = line.Side == EntrySide.Debit ? -1 : 1;
        return new(line.Account, sign * line.Amount, sign * line.Ron)
        {
            Customer = line.CustomerKey is { } key ? new(key, line.CustomerName ?? key) : null,
            Detail = line.Detail,
        };
    }
}
