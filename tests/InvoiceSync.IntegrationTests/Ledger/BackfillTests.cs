using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Invoicing;
using InvoiceSync.Ledger;
using InvoiceSync.PostgreSql;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>Invoices from before there was a ledger: posted by the queue, once.</summary>
public sealed class BackfillTests(TestCluster cluster)
{
    const int Old = 450;

    // Copies of an invoice written past our code stand for those an older version issued.
    static readonly string Copies = $"""
        insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ('{ChainScene.Tenant.Value}', 'alfa', 'Alfa', 'Practice', 'Europe/Bucharest', now());
        create temp table copies as select i.*, n from invoicing.invoices i, generate_series(1, {Old}) n;
        update copies set id = gen_random_uuid(), number = 'OLD-' || n, source_id = 'old_' || n, document = document || jsonb_build_object('number', 'OLD-' || n);
        alter table copies drop column n;
        insert into invoicing.invoices select * from copies
        """;

    [Fact]
    public async Task Each_old_invoice_is_posted_once_however_often_the_work_runs()
    {
        await using var scene = await LedgerScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, Copies));
        Assert.Equal(1, (await scene.Ask(new CheckLedger())).Entries);

        await Upgrade(scene);
        Assert.Equal([""], await Queued(scene));
        var keys = new List<string>();
        for (var at = 0; at < 3; at++) keys.Add(await Next(scene));
        Assert.Empty(await Queued(scene));
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(Old + 1, (await scene.Ask(new CheckLedger())).Entries);

        await scene.Send(new PostOldInvoices());
        Assert.Equal(Old + 1, (await scene.Ask(new CheckLedger())).Entries);
        Assert.Equal((Old + 1) * 121m, (await scene.Ask(new GetTrialBalance(LedgerScene.Day))).Rows.Single(r => r.Account == AccountRole.Receivable).Balance);
        await scene.Holds();
    }

    static async Task Upgrade(LedgerScene scene)
    {
        for (var twice = 0; twice < 2; twice++) Assert.Null(await LedgerScene.Raw(scene.Database.Owner, LedgerSql.Backfill));
    }

    static async Task<string[]> Queued(LedgerScene scene) =>
        ((string)(await Database.Ask(scene.Database.Platform, "select coalesce(string_agg(key, ',' order by key), '-') from kernel.work_items where name = 'PostOldInvoices'", TestContext.Current.CancellationToken))!) is var keys && keys == "-" ? [] : keys.Split(',');

    // Takes the waiting piece of work as the runner would.
    static async Task<string> Next(LedgerScene scene)
    {
        var key = Assert.Single(await Queued(scene));
        await Database.Ask(scene.Database.Platform, "delete from kernel.work_items where name = 'PostOldInvoices'", TestContext.Current.CancellationToken);
        await scene.Send(new PostOldInvoices(key));
        return key;
    }
}
