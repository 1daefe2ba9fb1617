using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>The same ledger read as of any day, account by account, and by nobody else.</summary>
public sealed class ReadingTests(TestCluster cluster)
{
    [Fact]
    public async Task A_day_counts_whole_months_and_the_days_of_its_own()
    {
        await using var scene = await LedgerScene.Open(cluster);
        foreach (var (date, amount) in (((int, int, int), decimal)[])[((2026, 9, 30), 1), ((2026, 10, 1), 10), ((2026, 10, 31), 100), ((2026, 11, 20), 1000)])
            await scene.Adjust(LedgerScene.Simple(amount, date: new(date.Item1, date.Item2, date.Item3)));
        foreach (var (day, balance) in (((int, int, int), decimal)[])[((2026, 9, 29), 0), ((2026, 9, 30), 1), ((2026, 10, 1), 11), ((2026, 10, 30), 11), ((2026, 10, 31), 111), ((2026, 11, 19), 111), ((2026, 11, 20), 1111)])
        {
            var view = await scene.Ask(new GetTrialBalance(new(day.Item1, day.Item2, day.Item3)));
            Assert.Equal((day, balance, 0m), (day, view.Rows.Where(r => r.Account == AccountRole.Bank).Sum(r => r.Balance), view.Difference));
        }

        var october = Assert.Single((await scene.Ask(new GetAccountLedger(AccountRole.Bank, new(2026, 10, 1), new(2026, 10, 31)))).Sums);
        Assert.Equal((1m, 110m, 0m, 111m), (october.Opening, october.Debit, october.Credit, october.Closing));
    }

    [Fact]
    public async Task Pages_of_an_account_neither_repeat_nor_lose_a_line()
    {
        await using var scene = await LedgerScene.Open(cluster);
        for (var at = 0; at < 23; at++) await scene.Adjust(LedgerScene.Simple(at + 1, date: LedgerScene.Day.AddDays(-at / 5)));
        var (seen, after) = (new List<GetAccountLedger.Row>(), default(PageKey));
        do
        {
            var page = (await scene.Ask(new GetAccountLedger(AccountRole.Bank, LedgerScene.Day.AddDays(-30), LedgerScene.Day, after, 5))).Lines;
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(1, 23).Select(n => (decimal)n), seen.Select(r => r.Amount.Amount).Order());
        Assert.Equal(seen.Select(r => r.Date).OrderDescending(), seen.Select(r => r.Date));
    }

    [Fact]
    public async Task A_euro_invoice_is_held_in_euro_and_in_RON()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Euro);
        var rows = (await scene.Ask(new GetTrialBalance(LedgerScene.Day))).Rows;
        Assert.Equal(
            [(AccountRole.Receivable, 121m, 616.12m), (AccountRole.VatCollected, -21m, -106.93m), (AccountRole.Revenue, -100m, -509.19m)],
            rows.Select(r => (r.Account, r.Balance, r.RonBalance)));
        var entry = await scene.Ask(new GetJournalEntry((await scene.Ask(new GetAccountLedger(AccountRole.Revenue, LedgerScene.Day, LedgerScene.Day))).Lines.Rows[0].Entry));
        Assert.Equal(new PostingRate(5.0919m, LedgerScene.Day, "BNR"), entry.Rate);
    }

    [Fact]
    public async Task Another_company_sees_nothing_and_its_own_same_numbers_do_not_meet()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        await scene.Issue(SampleInvoices.Ron, LedgerScene.Stranger);
        var entry = (await scene.Ask(new GetAccountLedger(AccountRole.Revenue, LedgerScene.Day, LedgerScene.Day))).Lines.Rows[0].Entry;
        Assert.Equal(121, (await scene.Ask(new GetTrialBalance(LedgerScene.Day), LedgerScene.Stranger)).Rows.Single(r => r.Account == AccountRole.Receivable).Balance);
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(new GetJournalEntry(entry), LedgerScene.Stranger));
        Assert.Equal("journal_entry.not_found", await scene.Refusal(new ReverseEntry(entry, LedgerScene.Day, "Mine"), LedgerScene.Stranger));
        await scene.Holds(LedgerScene.Stranger);
    }
}
