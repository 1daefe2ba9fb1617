using InvoiceSync.Fiscal.Model;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Monitoring;
using InvoiceSync.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Monitoring;

/// <summary>What the nightly cleaning takes, by table: everything else of a company, all that is fiscal among it, is the same before and after.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ForgetServedTests(PortalUnderTest portal)
{
    // Each with the column its age is read from.
    static readonly Dictionary<string, string> Technical = new()
    {
        ["fiscal.call_counts"] = "ends_at",
        ["kernel.work_items"] = "due_at",
        ["sync.authorization_warnings"] = "at",
        ["sync.batch_rows"] = "",
        ["sync.batches"] = "finished_at",
        ["sync.deadline_warnings"] = "at",
        ["sync.inbox"] = "received_at",
        ["sync.news_posts"] = "created_at",
        ["sync.sync_runs"] = "started_at",
        ["sync.timetable_runs"] = "started_at",
    };

    static readonly string[] Fiscal =
    [
        "audit.log", "fiscal.archived_files", "fiscal.filing_attempts", "fiscal.filings", "fiscal.mailbox_files", "fiscal.mailbox_messages", "fiscal.outages", "fiscal.supplier_answers",
        "invoicing.invoices", "kernel.events", "ledger.entries", "ledger.lines", "sync.sale_mirrors", "sync.sales",
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_technical_records_go_and_nothing_fiscal_does_however_old()
    {
        var company = await Worked("cleaning");
        var rest = TenantTables.Names(portal.Services).Except(Technical.Keys).ToList();
        Assert.Empty(Fiscal.Except(rest));
        var before = await TenantTables.Hashes(portal.Database, rest, company.Id);
        foreach (var table in Fiscal) Assert.NotEqual((table, 0L), (table, await Count(table, company))); // else the same would mean nothing
        await portal.Send(company.Machine, new ForgetServed());
        foreach (var table in Technical.Keys) Assert.NotEqual((table, 0L), (table, await Count(table, company))); // young ones stay

        await Age(company);
        await portal.Send(company.Machine, new ForgetServed());
        foreach (var table in Technical.Keys) Assert.Equal((table, 0L), (table, await Count(table, company)));
        Assert.Equal(before, await TenantTables.Hashes(portal.Database, rest, company.Id));

        // A rule that is none of ours and takes what was filed is seen by the same comparison.
        await using var broken = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<ICleanUp>(new TakesFiles()), "--InvoiceSync:Roles=portal,api");
        (await broken.Try(company.Machine, new ForgetServed())).OrThrow();
        var changed = (await TenantTables.Hashes(portal.Database, rest, company.Id)).Except(before).Select(c => c.Key);
        Assert.Equal(["fiscal.archived_files"], changed);
    }

    [Fact]
    public async Task It_takes_slices_until_nothing_is_left_and_keeps_as_long_as_the_operator_says()
    {
        var company = await Company.Create(portal, "slices", hooked: false);
        await Database.Ask(portal.Database.Platform, $"insert into fiscal.call_counts (tenant_id, id, used, most, ends_at) select '{company.Id.Value}', 'old/' || n, 1, 1, now() - interval '5 days' from generate_series(1, 2500) n", Ct);
        await using var patient = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal,api", "--InvoiceSync:Keep:call-counts=9");
        (await patient.Try(company.Machine, new ForgetServed())).OrThrow();
        Assert.Equal(2500L, await Old());
        Assert.True(await portal.Send(company.Machine, new ForgetSlice("call-counts")));
        Assert.Equal(1500L, await Old());
        await portal.Send(company.Machine, new ForgetServed());
        Assert.Equal(0L, await Old());

        async Task<long> Old() => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from fiscal.call_counts where tenant_id = '{company.Id.Value}' and id like 'old/%'", Ct))!;
    }

    // A company that has done some of everything.
    async Task<Company> Worked(string slug)
    {
        var company = await Company.Create(portal, slug);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        await Sales.Settled(portal, company, id, SaleState.Accepted);
        await portal.Send(company.Owner, new RunTimetable(TimetableKind.Daily));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetTimetables()), t => t.Runs.All(r => r.FinishedAt is not null));
        var batch = await portal.Send(company.Owner, new StartBatch([new(new(SaleKind.Invoice, id), new())]));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Finished);
        await FiscalSeed.Fill(portal, company);
        await Eventually.Seen(() => Count("kernel.work_items", company), n => n == 0);
        await Database.Ask(portal.Database.Platform, $$"""
            insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at) values ('{{company.Id.Value}}', gen_random_uuid(), 'WatchLog', 'aside', '{}', 'Aside', false, 12, now(), now());
            insert into sync.deadline_warnings (tenant_id, subject, day, at) values ('{{company.Id.Value}}', gen_random_uuid(), 2, now());
            insert into sync.news_posts (tenant_id, id, key, kind, body, created_at, state, tries) values ('{{company.Id.Value}}', gen_random_uuid(), 'told', 'Finished', '{}', now(), 'Taken', 1);
            insert into sync.authorization_warnings (tenant_id, ends_on, step, at) values ('{{company.Id.Value}}', '2026-12-21', 7, now())
            """, Ct);
        return company;
    }

    async Task Age(Company company)
    {
        foreach (var (table, column) in Technical.Where(t => t.Value.Length > 0))
            await Database.Ask(portal.Database.Platform, $"update {table} set {column} = {column} - interval '3 years' where tenant_id = '{company.Id.Value}'", Ct);
    }

    async Task<long> Count(string table, Company company) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct))!;

    sealed class TakesFiles : ICleanUp
    {
        public string Name => "archived-files";

        public int Days => 1;

        public async Task<bool> Slice(InvoiceSyncDb db, DateTimeOffset before, CancellationToken ct) => await db.Set<ArchivedFile>().ExecuteDeleteAsync(ct) < 0;
    }
}
