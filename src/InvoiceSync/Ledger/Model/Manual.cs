using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger.Model;

/// <summary>What holds of every entry a person writes.</summary>
static class Manual
{
    public const string Source = "ledger";

    /// <summary>The source of a rate that somebody typed.</summary>
    const string Typed = "typed";

    const int LongestReason = 200;
    const int LongestKey = 128;
    const decimal HighestRate = 1_000_000;

    public static Posting Posting(this ManualEntry entry, string kind, string sourceId, string reason, TimeProvider time)
    {
        CheckDate(entry.Date, time);
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= LongestReason, LedgerErrors.ReasonMissing);
        Rule.Require(entry.Lines.All(l => l.Amount > 0 && Enum.IsDefined(l.Account) && Enum.IsDefined(l.Side) && l.CustomerKey is not { Length: > LongestKey }), LedgerErrors.AmountInvalid);
        Rule.Require(entry.Currency == Currency.Ron || entry.Rate is > 0 and < HighestRate, LedgerErrors.RateMissing);
        return new(Source, sourceId, kind, entry.Date, entry.Currency, [.. entry.Lines.Select(l => l.ToPosting())])
        {
            Memo = reason.Trim(),
            Rate = entry.Currency == Currency.Ron ? null : new(decimal.Round(entry.Rate!.Value, 8), entry.Date, Typed),
            MustBeNew = true,
        };
    }

    // Zones are at most 14 hours ahead: tomorrow in UTC may be today at the customer's.
    public static void CheckDate(DateOnly date, TimeProvider time) =>
        Rule.Require(date.Year >= 2000 && date <= DateOnly.FromDateTime(time.GetUtcNow().AddHours(14).Date), LedgerErrors.DateInvalid);
}
