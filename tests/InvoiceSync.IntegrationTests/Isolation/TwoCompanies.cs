using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.IntegrationTests.Access;
using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.IntegrationTests.Payments;
using InvoiceSync.IntegrationTests.Sso;
using InvoiceSync.IntegrationTests.Sync;
using InvoiceSync.Ledger;
using InvoiceSync.Messaging;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync;
using InvoiceSync.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>The classes that look at the two companies; one after the other, since some of them change rows of B.</summary>
[CollectionDefinition(Name)]
public sealed class TwoCompaniesTests : ICollectionFixture<TwoCompanies>
{
    public const string Name = "two companies";
}

/// <summary>
/// Two companies in one database, A with a row in every tenant table. Seeded by a whole portal at the first use; afterwards
/// nothing works in the background, so whatever changes in A's rows was done by a test.
/// </summary>
public sealed class TwoCompanies(TestCluster cluster) : IAsyncLifetime
{
    readonly PortalUnderTest seeding = new(cluster);
    Lazy<Task<Seeded>>? seeded;

    public sealed record Seeded(PortalNode Portal, TestDatabase Database, Company A, Company B, string KeyOfA, string KeyOfB, string StateOfA, IReadOnlyList<ListSales.Row> SalesOfA)
    {
        /// <summary>A copy of the seeded database that a test may spoil.</summary>
        public required TestDatabase Scratch { get; init; }
    }

    public Task<Seeded> Ready() => seeded!.Value;

    // PostgreSQL copies a database only while nobody is connected to it.
    Task<TestDatabase> Copy()
    {
        var sources = seeding.Services.GetRequiredService<PostgreSqlSources>();
        sources.App.Clear();
        sources.Platform.Clear();
        seeding.Database.ForgetConnections();
        return cluster.CreateDatabase(template: seeding.Database.Name);
    }

    public ValueTask InitializeAsync()
    {
        seeded = new(Seed);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (!seeded!.IsValueCreated) return;
        await (await seeded.Value).Portal.DisposeAsync();
        await seeding.DisposeAsync();
    }

    async Task<Seeded> Seed()
    {
        await seeding.InitializeAsync();
        var a = await Company.Create(seeding, "canary-alfa");
        var b = await Company.Create(seeding, "bravo");
        await seeding.Send(a.Owner, new ChooseProvider("anaf"));
        foreach (var kind in (string[])["company", "individual", "charge", "refused", "no-address"]) await seeding.Practice.Sell(a.Slug, kind);
        foreach (var kind in (string[])["company", "charge"]) await seeding.Practice.Sell(b.Slug, kind);
        var sales = await Eventually.Seen(() => Sales.All(seeding, a.Viewer), AllSettled);
        await Eventually.Seen(() => Sales.All(seeding, b.Viewer), all => all.Count == 2 && all.All(s => s.State == SaleState.Accepted));

        var parked = sales.First(s => s.State == SaleState.Parked);
        // A notice that comes late may be read in the same moment; a person would press the button again.
        var correction = new CorrectSale(parked.Id, new BuyerDetails(TaxId: "-", Street: "Strada Canarului 5", City: "Brasov", PostalCode: "500001", County: null, Country: "RO"));
        await Eventually.Seen(() => seeding.As(a.Owner, d => d.Send(correction, Ct)), corrected => corrected.IsOk);
        await seeding.Send(a.Machine, new KeepSeenNumber("canary-message", "canary-index", "CANARY-1"));
        await seeding.Send(a.Owner, new StartSync(new(2026, 1, 1), new(2026, 1, 2)));
        var state = (await seeding.Send(a.Owner, new AuthorizeAnaf(new("http://127.0.0.1/anaf/callback")))).Query.Split("state=")[1].Split('&')[0];
        await seeding.Send(a.Owner, new InvitePerson("canary-guest@guest.example", [Roles.Viewer]));
        await seeding.Send(a.Machine, new QueueMail("canary-reader@reader.example", new("canary subject", "canary text", "<p>canary</p>"), "canary"));
        await seeding.Send(a.Owner, new SaveMailTemplate(MailKind.Invoice, "ro", new("canary mail", "canary words", "<p>canary words</p>")));
        await seeding.Send(a.Machine, new QueueCustomerMail(MailKind.Invoice, "inv_canary", "1", "canary-client@client.example", [], new("canary invoice", "canary text", "<p>canary</p>"), null));
        var (keyA, keyB) = (await seeding.Send(a.Owner, new CreateApiKey("alfa's key", Roles.Owner)), await seeding.Send(b.Owner, new CreateApiKey("bravo's key", Roles.Owner)));
        await SsoSeed.Fill(seeding, a);
        await seeding.Send(a.Machine, new TouchApiKey([new(keyA.Id, new(2026, 11, 20), 1, new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), "127.0.0.1")]));
        await AccessSeed.Fill(seeding, a);
        await CustomersSeed.Fill(seeding, a);
        await FiscalSeed.Fill(seeding, a);
        await AuditSeed.Fill(seeding, a);
        await InvoicingSeed.Fill(seeding, a);
        await PaymentsSeed.Fill(seeding, a);
        await DeadlinesSeed.Fill(seeding, a);
        await SyncSeed.Fill(seeding, a, sales.First(s => s is { Kind: SaleKind.Invoice, State: SaleState.Accepted }).SourceId);
        await seeding.Send(a.Owner, new RenameAccount(AccountRole.Fees, "627.1", "canary fees"));
        await seeding.Send(a.Machine, new BeginCall(Guid.CreateVersion7(), new byte[32]));
        Assert.NotEqual(0, await seeding.Send(a.Machine, new NumberEvents()));
        await Eventually.Seen(() => seeding.Ask(a.Viewer, new GetSyncRun()), run => run is { Finished: true });

        await seeding.StopPortal();
        await Database.Ask(seeding.Database.Platform, WorkOfA(a), Ct);
        await Database.Ask(seeding.Database.Platform, EvidenceOfA(a), Ct);
        await Database.Ask(seeding.Database.Platform, AuditSeed.Rows(a.Id), Ct);
        await Database.Ask(seeding.Database.Owner, ArchiveOfA(a), Ct);
        var still = await Sales.All(seeding, a.Viewer);
        var scratch = await Copy();
        var portal = await PortalNode.Start(seeding.Database, seeding.World.Address, null, ["--InvoiceSync:Roles=portal,api", .. Unhurried]);
        return new(portal, seeding.Database, a, b, keyA.Secret, keyB.Secret, state, still) { Scratch = scratch };
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // A robot that knocks at every door would wait for its turn most of the time.
    static readonly string[] Unhurried =
    [
        "--InvoiceSync:Api:RequestsPerMinute=600000",
        "--InvoiceSync:Api:Burst=100000",
        "--InvoiceSync:Api:TenantRequestsPerMinute=600000",
        "--InvoiceSync:Api:AddressRequestsPerMinute=600000",
    ];

    // One piece of work, due in the far future: the queue is a tenant table as well.
    static string WorkOfA(Company a) =>
        $"insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at) values ('{a.Id.Value}', gen_random_uuid(), 'CanaryWork', 'canary', '{{}}', 'Ready', false, 0, '2099-01-01', now())";

    static string EvidenceOfA(Company a) => $"""
        insert into audit.checkpoints (tenant_id, size, frontier, head, body, signature, key_id, created_at) values ('{a.Id.Value}', 1, '', '', 'canary', '', 'canary', now());
        insert into audit.anchored (tenant_id, place, size, at) values ('{a.Id.Value}', 'canary', 1, now());
        insert into audit.person_keys (tenant_id, subject, created_at) values ('{a.Id.Value}', 'canary', now())
        """;

    // Nobody but the owner's own function writes this one.
    static string ArchiveOfA(Company a) => $"""
        select set_config('app.tenant', '{a.Id.Value}', false);
        insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, file, digest, bytes, archived_at)
        values ('{a.Id.Value}', '2020-01-01', 1, 1, '', '', '', 'canary', '', 0, now())
        """;

    static bool AllSettled(IReadOnlyList<ListSales.Row> sales) =>
        sales.Count == 5 && sales.Count(s => s.State == SaleState.Accepted) == 3
        && sales.Any(s => s.State == SaleState.Refused) && sales.Any(s => s.State == SaleState.Parked);
}
