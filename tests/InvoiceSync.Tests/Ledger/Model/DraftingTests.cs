using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Ledger.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Ledger.Model;

public sealed class DraftingTests
{
    static readonly DateOnly Day = new(2026, 11, 20);
    static readonly PostingRate Euro = new(4.9774m, new(2026, 11, 19), "BNR");

    static NewJournalEntry Draft(Posting posting) => Drafting.Of(posting, "usr_1", new TestClock());

    static Posting Of(Currency currency, params PostingLine[] lines) =>
        new("test", "1", "made", Day, currency, lines) { Rate = currency == Currency.Ron ? null : Euro };

    static string? Refusal(Posting posting) => Assert.Throws<RuleBrokenException>(() => Draft(posting)).Error.Code;

    [Fact]
    public void What_rounding_leaves_goes_to_revenue_and_customer_and_VAT_stay_exact()
    {
        var entry = Draft(Of(Currency.Eur, PostingLine.Debit(AccountRole.Receivable, 108.90m), PostingLine.Credit(AccountRole.Revenue, 90), PostingLine.Credit(AccountRole.VatCollected, 18.90m, 94.07m)));
        Assert.Equal(
            [("Receivable", "Debit", 108.90m, 542.04m), ("Revenue", "Credit", 90, 447.97m), ("VatCollected", "Credit", 18.90m, 94.07m)],
            entry.Lines.Select(l => (l.Account, l.Side, l.Amount, l.Ron)));
        Assert.Equal((108.90m, 542.04m, 3, "usr_1"), (entry.Amount, entry.Ron, entry.LineCount, entry.PostedBy));
    }

    [Fact]
    public void Negative_amounts_stand_on_the_other_side_and_zeros_nowhere()
    {
        var entry = Draft(Of(Currency.Ron, PostingLine.Debit(AccountRole.Receivable, -121), PostingLine.Credit(AccountRole.Revenue, -100), PostingLine.Credit(AccountRole.VatCollected, -21), PostingLine.Debit(AccountRole.Fees, 0)));
        Assert.Equal([("Receivable", "Credit", 121m), ("Revenue", "Debit", 100m), ("VatCollected", "Debit", 21m)], entry.Lines.Select(l => (l.Account, l.Side, l.Ron)));
    }

    [Fact]
    public void An_exchange_difference_is_worth_something_in_RON_alone()
    {
        var entry = Draft(Of(Currency.Eur, PostingLine.Debit(AccountRole.Bank, 100, 500), PostingLine.Credit(AccountRole.Receivable, 100, 497.74m), PostingLine.Credit(AccountRole.ExchangeGain, 0, 2.26m)));
        Assert.Equal([("Debit", 100m, 500m), ("Credit", 100m, 497.74m), ("Credit", 0m, 2.26m)], entry.Lines.Select(l => (l.Side, l.Amount, l.Ron)));
    }

    [Fact]
    public void What_does_not_balance_or_is_no_amount_is_refused()
    {
        Assert.Equal("journal_entry.unbalanced", Refusal(Of(Currency.Ron, PostingLine.Debit(AccountRole.Bank, 100), PostingLine.Credit(AccountRole.Revenue, 99.99m))));
        Assert.Equal("journal_entry.unbalanced", Refusal(Of(Currency.Eur, PostingLine.Debit(AccountRole.Bank, 100, 500), PostingLine.Credit(AccountRole.Revenue, 100, 499))));
        Assert.Equal("journal_entry.unbalanced", Refusal(Of(Currency.Ron, PostingLine.Debit(AccountRole.Bank, 100, 90), PostingLine.Credit(AccountRole.Revenue, 100, 90))));
        Assert.Equal("journal_entry.empty", Refusal(Of(Currency.Ron, PostingLine.Debit(AccountRole.Bank, 0), PostingLine.Credit(AccountRole.Revenue, 0))));
        Assert.Equal("journal_line.amount_invalid", Refusal(Of(Currency.Ron, PostingLine.Debit(AccountRole.Bank, 1.005m), PostingLine.Credit(AccountRole.Revenue, 1.005m))));
        Assert.Equal("journal_line.amount_invalid", Refusal(Of(Currency.Ron, PostingLine.Debit(AccountRole.Bank, 1e13m), PostingLine.Credit(AccountRole.Revenue, 1e13m))));
        Assert.Equal("journal_entry.rate_missing", Refusal(Of(Currency.Eur, PostingLine.Debit(AccountRole.Bank, 1), PostingLine.Credit(AccountRole.Revenue, 1)) with { Rate = null }));
    }

    [Fact]
    public void Random_facts_in_currencies_of_no_two_and_three_decimals_balance_on_both_sides() =>
        Assert.All(Enumerable.Range(1, 1000), seed =>
        {
            var entry = Draft(Random(new(seed)));
            foreach (var side in (string[])["Debit", "Credit"])
            {
                Assert.Equal(entry.Amount, entry.Lines.Where(l => l.Side == side).Sum(l => l.Amount));
                Assert.Equal(entry.Ron, entry.Lines.Where(l => l.Side == side).Sum(l => l.Ron));
            }

            Assert.All(entry.Lines, l => Assert.True(l is { Amount: >= 0, Ron: >= 0 }));
        });

    static Posting Random(Random random)
    {
        var currency = new Currency(((string[])["RON", "EUR", "JPY", "KWD", "VND"])[random.Next(5)]);
        var lines = Enumerable.Range(0, random.Next(1, 8)).Select(_ => new PostingLine((AccountRole)random.Next(13), currency.Round(random.Next(-100_000, 100_000) / 1000m))).ToList();
        var owed = -lines.Sum(l => l.Amount);
        lines.Add(owed == 0 ? new(AccountRole.Bank, 1) : new(AccountRole.Receivable, owed));
        if (owed == 0) lines.Add(new(AccountRole.Revenue, -1));
        if (lines.All(l => l.Amount == 0)) lines.AddRange([new(AccountRole.Bank, 1), new(AccountRole.Revenue, -1)]);
        return new("test", "1", "made", Day, currency, lines) { Rate = currency == Currency.Ron ? null : new(random.Next(1, 600_000) / 10_000m, Day, "BNR") };
    }
}
