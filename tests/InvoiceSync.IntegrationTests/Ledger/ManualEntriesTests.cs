using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>What an accountant writes: opening balances, adjustments, reversals and the chart's own numbers.</summary>
public sealed class ManualEntriesTests(TestCluster cluster)
{
    [Fact]
    public async Task Opening_balances_stand_once_for_each_day_and_currency()
    {
        await using var scene = await LedgerScene.Open(cluster);
        var opening = new ManualEntry(new(2026, 1, 1), Currency.Ron, null,
            [new(AccountRole.Receivable, EntrySide.Debit, 1500, "RO:RO18547290", "Exemplu Client SRL"), new(AccountRole.Bank, EntrySide.Debit, 500), new(AccountRole.OpeningEquity, EntrySide.Credit, 2000)]);
        await scene.Send(new PostOpeningBalances(opening));
        Assert.Equal("opening_balances.posted_already", await scene.Refusal(new PostOpeningBalances(opening)));
        Assert.Equal("journal_entry.unbalanced", await scene.Refusal(new PostOpeningBalances(opening with { Date = new(2026, 1, 2), Lines = [.. opening.Lines.Take(2)] })));
        await scene.Send(new PostOpeningBalances(LedgerScene.Simple(10, Currency.Eur, opening.Date, 5)));

        await scene.Issue(SampleInvoices.Ron);
        var statement = await scene.Ask(new GetCustomerStatement("RO:RO18547290", new(2026, 11, 1), new(2026, 11, 30)));
        Assert.Equal((Currency.Ron, 1500m, 121m, 0m, 1621m), Assert.Single(statement.Sums) is var s ? (s.Currency, s.Opening, s.Debit, s.Credit, s.Closing) : default);
        Assert.Equal(("Exemplu Client SRL", "issued"), (statement.Name, Assert.Single(statement.Rows).Kind));
        await scene.Holds();
    }

    [Fact]
    public async Task An_adjustment_sent_twice_is_one_entry_and_the_log_tells_of_it()
    {
        await using var scene = await LedgerScene.Open(cluster);
        var adjustment = new PostAdjustment(Guid.CreateVersion7(), LedgerScene.Simple(12.34m), "Bank fees of October");
        var id = await scene.Send(adjustment);
        Assert.Equal("journal_entry.posted_already", await scene.Refusal(adjustment));
        var entry = await scene.Ask(new GetJournalEntry(id));
        Assert.Equal(("Bank fees of October", 12.34m, true, "usr_ana"), (entry.Memo, entry.Amount, entry.IsManual, entry.PostedBy));
        Assert.Contains((await scene.Ask(new ListActivity())).Rows, row => row.Event == "ledger.adjusted" && row.Resource == id.ToString());
    }

    [Fact]
    public async Task What_came_from_a_document_is_not_reversed_by_hand()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        var line = Assert.Single((await scene.Ask(new GetAccountLedger(AccountRole.Revenue, LedgerScene.Day, LedgerScene.Day))).Lines.Rows);
        Assert.Equal("journal_entry.of_document", await scene.Refusal(new ReverseEntry(line.Entry, LedgerScene.Day, "No")));
    }

    [Fact]
    public async Task A_reversal_is_tied_to_what_it_undid()
    {
        await using var scene = await LedgerScene.Open(cluster);
        var wrong = await scene.Adjust(LedgerScene.Simple(100, Currency.Eur, rate: 4.97m));
        var counter = await scene.Send(new ReverseEntry(wrong, LedgerScene.Day, "Wrong account"));
        Assert.Equal((counter, wrong), ((await scene.Ask(new GetJournalEntry(wrong))).ReversedBy, (await scene.Ask(new GetJournalEntry(counter))).Reverses));
        Assert.All((await scene.Ask(new GetTrialBalance(LedgerScene.Day))).Rows, row => Assert.Equal((0, 0), (row.Balance, row.RonBalance)));
    }

    [Theory]
    [InlineData("1999-12-31", 1, "A test", "journal_entry.date_invalid")]
    [InlineData("2099-01-01", 1, "A test", "journal_entry.date_invalid")]
    [InlineData("2026-11-20", -1, "A test", "journal_line.amount_invalid")]
    [InlineData("2026-11-20", 0.001, "A test", "journal_line.amount_invalid")]
    [InlineData("2026-11-20", 1, " ", "journal_entry.reason_missing")]
    public async Task What_makes_no_sense_is_refused(string date, double amount, string reason, string refusal)
    {
        await using var scene = await LedgerScene.Open(cluster);
        var entry = LedgerScene.Simple((decimal)amount, date: DateOnly.ParseExact(date, "yyyy-MM-dd"));
        Assert.Equal(refusal, await scene.Refusal(new PostAdjustment(Guid.CreateVersion7(), entry, reason)));
    }

    [Fact]
    public async Task A_company_numbers_its_accounts_as_it_likes_and_the_log_says_before_and_after()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Send(new RenameAccount(AccountRole.Revenue, "707", "Vânzări de mărfuri"));
        Assert.Equal("account.code_taken", await scene.Refusal(new RenameAccount(AccountRole.Bank, "707", null)));
        Assert.Equal("account.code_invalid", await scene.Refusal(new RenameAccount(AccountRole.Bank, "5121;", null)));
        Assert.Equal(new ListAccounts.Row(AccountRole.Revenue, "707", "Vânzări de mărfuri"), (await scene.Ask(new ListAccounts())).Single(a => a.Role == AccountRole.Revenue));
        var row = (await scene.Ask(new ListActivity())).Rows.First(r => r.Event == "account.renamed");
        Assert.Contains(row.Changes, c => c is { Field: "Code", Before: "704", After: "707" });
        Assert.Equal(new ListAccounts.Row(AccountRole.Revenue, "704", null), (await scene.Ask(new ListAccounts(), LedgerScene.Stranger)).Single(a => a.Role == AccountRole.Revenue));
    }
}
