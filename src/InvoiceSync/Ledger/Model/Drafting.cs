using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger.Model;

/// <summary>
/// From a fact to an entry. Each line is worth its amount times the rate in RON, rounded to bani, save where a document fixes
/// it, like the VAT in RON of an invoice. Rounding line by line leaves a rest of bani: it goes to the largest line of an account
/// nobody clears against another, so that what a customer owes and what a bank holds are exactly rate times amount.
/// Example: EUR 108.90 owed at 4.9774 is 542.04; VAT 18.90 is fixed at 94.07; revenue 90.00 takes the rest, 447.97.
/// </summary>
static class Drafting
{
    const int MostLines = 500;
    const decimal Largest = 10_000_000_000_000m;

    static readonly AccountRole[] Cleared = [AccountRole.Receivable, AccountRole.CustomerCredits, AccountRole.Bank, AccountRole.Cash, AccountRole.CardSettlement, AccountRole.VatCollected];

    public static NewJournalEntry Of(Posting posting, string actor, TimeProvider time)
    {
        var lines = posting.Lines.Where(l => l.Amount != 0 || l.Ron is { } ron && ron != 0).ToList();
        Rule.Require(lines.Count > 1, LedgerErrors.Empty);
        Rule.Require(lines.Count <= MostLines, LedgerErrors.TooLong);
        Rule.Require(lines.All(l => posting.Currency.Round(l.Amount) == l.Amount && Math.Abs(l.Amount) < Largest && (l.Ron is not { } ron || Currency.Ron.Round(ron) == ron)), LedgerErrors.AmountInvalid);
        Rule.Require(posting.Currency == Currency.Ron || posting.Rate is { RonPerUnit: > 0 }, LedgerErrors.RateMissing);
        Rule.Require(lines.Sum(l => l.Amount) == 0, LedgerErrors.Unbalanced);
        Rule.Require(posting.Currency != Currency.Ron || lines.All(l => l.Ron is null || l.Ron == l.Amount), LedgerErrors.Unbalanced);

        var worth = Worth(posting, lines);
        var ids = lines.Select(_ => time.New<JournalLineId>().Value).ToList();
        return new()
        {
            Id = time.New<JournalEntryId>().Value,
            Date = posting.Date,
            Currency = posting.Currency.Code,
            Rate = posting.Rate?.RonPerUnit,
            RateOn = posting.Rate?.On,
            RateSource = posting.Rate?.Source,
            Source = posting.Source,
            SourceId = posting.SourceId,
            Kind = posting.Kind,
            Memo = Short(posting.Memo)!,
            Amount = lines.Where(l => l.Amount > 0).Sum(l => l.Amount),
            Ron = worth.Where(ron => ron > 0).Sum(),
            LineCount = lines.Count,
            PostedAt = time.GetUtcNow(),
            PostedBy = actor,
            Reverses = posting.Reverses?.Value,
            MustBeNew = posting.MustBeNew,
            Lines = [.. lines.Select((l, at) => Line(l, worth[at], at + 1, ids[at]))],
        };
    }

    static decimal[] Worth(Posting posting, List<PostingLine> lines)
    {
        decimal[] worth = [.. lines.Select(l => l.Ron ?? Currency.Ron.Round(l.Amount * (posting.Rate?.RonPerUnit ?? 1)))];
        var rest = worth.Sum();
        var takers = Enumerable.Range(0, lines.Count).Where(at => lines[at].Ron is null)
            .OrderBy(at => Cleared.Contains(lines[at].Account)).ThenByDescending(at => Math.Abs(lines[at].Amount));
        foreach (var at in takers)
        {
            // Amounts of a few bani could be turned to the other side by the rest; they go to nothing at most.
            var wished = worth[at] - rest;
            var taken = wished * lines[at].Amount < 0 ? 0 : wished;
            (worth[at], rest) = (taken, taken - wished);
        }

        Rule.Require(rest == 0, LedgerErrors.Unbalanced);
        return worth;
    }

    // The side follows the amount; a line that is worth something in RON alone, like an exchange difference, follows that.
    static NewJournalEntry.Line Line(PostingLine line, decimal ron, int no, Guid id)
    {
        var isDebit = line.Amount > 0 || (line.Amount == 0 && ron > 0);
        Rule.Require(isDebit ? ron >= 0 : ron <= 0, LedgerErrors.Unbalanced);
        var side = isDebit ? EntrySide.Debit : EntrySide.Credit;
        return new(id, no, line.Account.ToString(), side.ToString(), Math.Abs(line.Amount), Math.Abs(ron), line.Customer?.Key, Short(line.Customer?.Name), Short(line.Detail));
    }

    static string? Short(string? text) => text is { Length: > 255 } ? text[..255] : text;
}
