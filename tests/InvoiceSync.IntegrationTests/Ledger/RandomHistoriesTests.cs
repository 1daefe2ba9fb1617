using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>Random histories of invoices, manual entries in currencies of no, two and three decimals, repetitions and reversals.</summary>
public sealed class RandomHistoriesTests(TestCluster cluster)
{
    const int Steps = 60;

    static readonly Currency[] Currencies = [Currency.Ron, Currency.Eur, new("JPY"), new("KWD")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_the_trial_balance_is_zero_and_balances_are_the_sum_of_lines(int seed)
    {
        await using var scene = await LedgerScene.Open(cluster);
        var random = new Random(seed);
        var (written, invoices) = (new List<(JournalEntryId Id, ManualEntry Entry)>(), new List<InvoiceDocument>());
        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(5))
            {
                case 0 or 1:
                    invoices.Add(RandomInvoices.From(seed * 1000 + step) with { Number = $"R{step}", IssuedOn = LedgerScene.Day.AddDays(-random.Next(400)) });
                    await scene.Issue(invoices[^1]);
                    break;
                case 2 when invoices.Count > 0:
                    await scene.Issue(invoices[random.Next(invoices.Count)]);
                    break;
                case 3 when written.Count > 0:
                    await Reverse(scene, written, random);
                    break;
                default:
                    var entry = Manual(random);
                    written.Add((await scene.Adjust(entry), entry));
                    break;
            }
        }

        await scene.Holds();
        foreach (var back in (int[])[0, 13, 45, 200, 399])
            Assert.Equal(0, (await scene.Ask(new GetTrialBalance(LedgerScene.Day.AddDays(-back)))).Difference);
        await AsAddedUpByHand(scene, invoices);
    }

    static async Task Reverse(LedgerScene scene, List<(JournalEntryId Id, ManualEntry Entry)> written, Random random)
    {
        var (id, entry) = written[random.Next(written.Count)];
        var before = await scene.Ask(new GetTrialBalance(LedgerScene.Day));
        await scene.Send(new ReverseEntry(id, LedgerScene.Day, "A mistake"));
        Assert.Equal("journal_entry.reversed_already", await scene.Refusal(new ReverseEntry(id, LedgerScene.Day, "Again")));
        written.RemoveAll(w => w.Id == id);
        var after = await scene.Ask(new GetTrialBalance(LedgerScene.Day));
        foreach (var line in entry.Lines.GroupBy(l => l.Account))
        {
            var moved = line.Sum(l => l.Side == EntrySide.Debit ? -l.Amount : l.Amount);
            Assert.Equal(moved, Balance(after, line.Key, entry.Currency) - Balance(before, line.Key, entry.Currency));
        }
    }

    // What customers owe is what the invoices say, however often each was issued.
    static async Task AsAddedUpByHand(LedgerScene scene, List<InvoiceDocument> invoices)
    {
        var balance = await scene.Ask(new GetTrialBalance(LedgerScene.Day));
        foreach (var same in invoices.GroupBy(i => i.Currency))
            Assert.Equal(same.Sum(i => i.Totals.Payable), Balance(balance, AccountRole.Receivable, same.Key));
    }

    static decimal Balance(GetTrialBalance.View view, AccountRole account, Currency currency) =>
        view.Rows.Where(r => r.Account == account && r.Currency == currency).Sum(r => r.Balance);

    // Receivables are left to the invoices, so that they can be told apart.
    static ManualEntry Manual(Random random)
    {
        var currency = Currencies[random.Next(Currencies.Length)];
        var amount = Math.Max(currency.Round(random.Next(1, 1_000_000) / 1000m), 1);
        var date = LedgerScene.Day.AddDays(-random.Next(400));
        AccountRole[] accounts = [AccountRole.Bank, AccountRole.Fees, AccountRole.WriteOff, AccountRole.OpeningEquity];
        var debit = accounts[random.Next(accounts.Length)];
        return new(date, currency, currency == Currency.Ron ? null : random.Next(1, 200_000) / 10_000m,
            [new(debit, EntrySide.Debit, amount), new(AccountRole.RoundingGain, EntrySide.Credit, amount)]);
    }
}
