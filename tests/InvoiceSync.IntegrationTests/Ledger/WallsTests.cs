using System.Globalization;
using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>What the database itself refuses, whoever asks: past our own code, and even as the owner of the tables.</summary>
public sealed class WallsTests(TestCluster cluster)
{
    static readonly string Entry = Guid.CreateVersion7().ToString();

    static string Head(decimal amount, int lines) => string.Create(CultureInfo.InvariantCulture, $"""
        insert into ledger.entries (tenant_id, id, date, currency, source, source_id, kind, memo, amount, ron, line_count, posted_at, posted_by)
        values ('{ChainScene.Tenant.Value}', '{Entry}', '2026-11-20', 'RON', 'raw', '1', 'raw', '', {amount}, {amount}, {lines}, now(), 'raw');
        """);

    static string Line(int no, string side, decimal amount, decimal? ron = null, string day = "2026-11-20", string account = "Bank") => string.Create(CultureInfo.InvariantCulture, $"""
        insert into ledger.lines (tenant_id, id, entry_id, no, account, side, amount, ron, currency, date)
        values ('{ChainScene.Tenant.Value}', gen_random_uuid(), '{Entry}', {no}, '{account}', '{side}', {amount}, {ron ?? amount}, 'RON', '{day}');
        """);

    [Fact]
    public async Task An_entry_written_past_our_code_is_taken_only_when_it_balances()
    {
        await using var scene = await LedgerScene.Open(cluster);
        string[] wrong =
        [
            Head(100, 2) + Line(1, "Debit", 100) + Line(2, "Credit", 99.99m),
            Head(100, 2) + Line(1, "Debit", 100) + Line(2, "Credit", 100, ron: 99),
            Head(100, 2) + Line(1, "Debit", 90) + Line(2, "Credit", 90),
            Head(100, 3) + Line(1, "Debit", 100) + Line(2, "Credit", 100),
            Head(100, 2) + Line(1, "Debit", 100) + Line(2, "Credit", 100, day: "2026-10-20"),
            Head(0, 0) + Line(1, "Debit", 100) + Line(2, "Credit", 100),
            Head(100, 2),
            Head(100, 2) + Line(1, "Debit", -100) + Line(2, "Credit", -100),
        ];
        foreach (var sql in wrong) Assert.Equal((sql, PostgresErrorCodes.CheckViolation), (sql, await LedgerScene.Raw(scene.Database.Owner, sql)));

        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, Head(100, 2) + Line(1, "Debit", 100) + Line(2, "Credit", 100, account: "Revenue")));
        await scene.Holds();
        Assert.Equal(2, (await scene.Ask(new GetTrialBalance(LedgerScene.Day))).Rows.Count);
    }

    [Fact]
    public async Task Nothing_is_added_to_an_entry_later()
    {
        await using var scene = await LedgerScene.Open(cluster);
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, Head(100, 2) + Line(1, "Debit", 100) + Line(2, "Credit", 100)));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await LedgerScene.Raw(scene.Database.Owner, Line(3, "Debit", 5) + Line(4, "Credit", 5)));
    }

    [Theory]
    [InlineData("update ledger.entries set memo = 'x'")]
    [InlineData("update ledger.lines set amount = amount + 1")]
    [InlineData("delete from ledger.lines")]
    [InlineData("delete from ledger.entries")]
    [InlineData("truncate ledger.lines")]
    [InlineData("truncate ledger.entries cascade")]
    public async Task What_is_posted_is_not_changed_even_by_the_owner(string sql)
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        Assert.Equal(PostgresErrorCodes.RaiseException, await LedgerScene.Raw(scene.Database.Owner, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await LedgerScene.Raw(scene.Database.App, sql));
    }

    [Theory]
    [InlineData("insert into ledger.entries select * from ledger.entries")]
    [InlineData("insert into ledger.lines select * from ledger.lines")]
    [InlineData("update ledger.balances set debit = 0")]
    [InlineData("delete from ledger.balances")]
    [InlineData("alter table ledger.lines disable trigger all")]
    public async Task The_application_reads_and_posts_and_nothing_else(string sql)
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await LedgerScene.Raw(scene.Database.App, sql));
    }

    [Fact]
    public async Task Out_of_one_fence_nothing_is_posted_into_another()
    {
        await using var scene = await LedgerScene.Open(cluster);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await LedgerScene.Raw(scene.Database.App, $"select ledger.post('{ChainScene.Other.Value}', '[]')"));
        Assert.Null(await LedgerScene.Raw(scene.Database.App, $"select ledger.post('{ChainScene.Tenant.Value}', '[]')"));
    }

    [Fact]
    public async Task Balances_that_are_not_the_sum_of_the_lines_are_found()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        await scene.Holds();
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "update ledger.balances set debit = debit + 0.01 where account = 'Receivable'"));
        var drift = Assert.Single((await scene.Ask(new CheckLedger())).Drifted);
        Assert.Equal((AccountRole.Receivable, Currency.Ron, new DateOnly(2026, 11, 1)), (drift.Account, drift.Currency, drift.Month));
        Assert.Equal("ledger.drifted", await scene.Refusal(new WatchLedger()));
    }
}
