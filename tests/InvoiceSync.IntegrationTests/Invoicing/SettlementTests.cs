using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Kernel;
using InvoiceSync.PostgreSql;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>What the database holds of an invoice's settlement, whoever writes it.</summary>
public sealed class SettlementTests(TestCluster cluster)
{
    const string Kept = """
        select string_agg(concat_ws(' ', number, due_on, paid, credited, written_off, open, open_ron, payment, case when customer_key like 'person:%' then null else customer_key end), ', ' order by number)
        from invoicing.invoices
        """;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_refuses_what_the_code_would_and_takes_the_rest()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        await scene.Issue(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", -1, 100)) with { Number = "S-1" });

        // A negative control: what is right is taken.
        Assert.Null(await Set(scene, "paid = 21, open = 100, open_ron = 100", "ISY-0001"));
        Assert.Null(await Set(scene, "paid = -121, open = 0, open_ron = 0", "S-1"));
        foreach (var (change, number) in new[]
        {
            ("paid = 121.01, open = -0.01", "ISY-0001"), ("paid = -1, open = 122", "ISY-0001"), ("paid = 21, open = 121", "ISY-0001"), ("paid = 0, written_off = 122, open = -1", "ISY-0001"),
            ("paid = 0, credited = 122, open = -1", "ISY-0001"), ("paid = 121, open = 0, open_ron = 0.01", "ISY-0001"), ("paid = 1, open = -122", "S-1"), ("paid = -122, open = 1", "S-1"),
        })
            Assert.Equal((change, PostgresErrorCodes.CheckViolation), (change, await Set(scene, change, number)));
    }

    [Fact]
    public async Task The_migration_reads_out_of_old_documents_what_the_code_writes_for_new_ones()
    {
        await using var scene = await LedgerScene.Open(cluster);
        for (var seed = 1; seed <= 60; seed++) await scene.Issue(RandomInvoices.From(seed) with { Number = $"R{seed:00}", DueOn = seed % 3 == 0 ? null : LedgerScene.Day.AddDays(seed) });
        var written = await Database.Ask(scene.Database.Platform, Kept, Ct);

        // When that migration ran there were no sums of reports yet.
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, """
            alter table invoicing.invoices disable trigger user;
            alter table invoicing.invoices drop constraint ck_invoices_settlement;
            alter table invoicing.invoices no force row level security;
            update invoicing.invoices set due_on = '0001-01-01', paid = 0, open = 7, open_ron = 0, payment = '', customer_key = null
            """));
        Assert.NotEqual(written, await Database.Ask(scene.Database.Platform, Kept, Ct));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, SettlementSql.Backfill));
        Assert.Equal(written, await Database.Ask(scene.Database.Platform, Kept, Ct));
    }

    static Task<string?> Set(LedgerScene scene, string change, string number) =>
        LedgerScene.Raw(scene.Database.App, $"update invoicing.invoices set {change} where number = '{number}'");
}
