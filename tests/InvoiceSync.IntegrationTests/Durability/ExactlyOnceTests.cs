using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>A sale becomes one invoice, one filing and one upload however many hands reach for it; and it is the database that holds this.</summary>
public sealed class ExactlyOnceTests(PortalUnderTest portal, TestCluster cluster) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_hands_at_once_make_one_invoice_one_filing_and_one_upload()
    {
        var company = await Company.Create(portal, "thirty-two", hooked: false);
        var seller = (await portal.Ask(company.Owner, new GetCompanyProfile()))!;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var document = SampleInvoices.Ron with { Number = "ONCE-32", Seller = seller, IssuedOn = today };

        var answers = await Race(company.Machine, document, c => portal.As(c.Caller, d => d.Send(c.Command, Ct)));
        Assert.All(answers.Where(a => !a.IsOk), a => Assert.Equal("row.duplicated", a.Error!.Code));
        var invoice = Assert.Single(answers.Where(a => a.IsOk).Select(a => a.OrThrow()).Distinct());
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetInvoice(invoice)), i => i.IsFiled);
        Assert.Equal((1L, 1L), (await Count(portal.Database, "invoicing.invoices", company.Id), await Count(portal.Database, "fiscal.filings", company.Id)));
        Assert.Equal(1, await Uploads(portal, "ONCE-32"));
    }

    [Fact]
    public async Task Without_the_unique_index_the_same_race_makes_several_so_the_index_is_what_holds()
    {
        var scratch = await PortalTemplate.Database(cluster);
        await Database.Ask(scratch.Owner, "drop index invoicing.ix_invoices_tenant_id_source_source_account_live_source_kind_so", Ct);
        await Database.Ask(scratch.Owner, "drop index invoicing.ix_invoices_tenant_id_number", Ct);
        await using (var node = await PortalNode.Start(scratch, portal.World.Address, null, "--InvoiceSync:Roles=api"))
        {
            var machine = Caller.System(TimeProvider.System.New<TenantId>(), "test");
            var made = 1L;
            for (var round = 0; made == 1 && round < 20; round++)
            {
                var document = SampleInvoices.Ron with { Number = $"TWICE-{round}" };
                // A hand that comes late finds several and stumbles: that is the trouble the index keeps away.
                await Record.ExceptionAsync(() => Race(machine, document, c => node.Try(c.Caller, c.Command)));
                made = (long)(await Database.Ask(scratch.Platform, $"select count(*) from invoicing.invoices where number = 'TWICE-{round}'", Ct))!;
            }

            Assert.True(made > 1, "No race was lost in twenty rounds: this test proves nothing.");
        }

        await cluster.DropDatabase(scratch);
    }

    [Fact]
    public async Task Sixty_four_charges_at_once_are_numbered_without_a_hole_though_others_are_rolled_back()
    {
        var scratch = await PortalTemplate.Database(cluster);
        await using (var node = await PortalNode.Start(scratch, portal.World.Address, null, "--InvoiceSync:Roles=api"))
        {
            var machine = Caller.System(TimeProvider.System.New<TenantId>(), "test");
            await Task.WhenAll(Enumerable.Range(0, 80).Select(i => i % 5 == 4 ? Fail(node, machine, i) : Issue(node, machine, i)));
            var numbers = (string)(await Database.Ask(scratch.Platform, "select string_agg(number, ',' order by number) from invoicing.invoices", Ct))!;
            Assert.Equal(Enumerable.Range(1, 64).Select(n => $"S-{n:000000}"), numbers.Split(','));
        }

        await cluster.DropDatabase(scratch);
    }

    [Fact]
    public async Task Two_sales_never_share_a_number_not_even_at_the_same_moment_nor_with_our_own_series()
    {
        var machine = (await Company.Create(portal, "one-number", hooked: false)).Machine;
        var document = SampleInvoices.Ron with { Number = "S-000001" };
        var both = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => portal.As(machine, d => d.Send(new IssueInvoice(Source($"in_{i}"), document), Ct)), Ct)));
        Assert.Single(both, one => one.IsOk);
        Assert.All(both.Where(one => !one.IsOk), one => Assert.Contains(one.Error!.Code, (string[])["row.duplicated", "invoice.number_taken"]));
        Assert.Equal("invoice.number_taken", (await portal.As(machine, d => d.Send(new IssueInvoice(Source("in_late"), document), Ct))).Error!.Code);

        var own = await portal.Send(machine, new IssueInvoice(Source("ch_own"), Unnumbered));
        Assert.Equal("S-000002", (await portal.Ask(machine, new GetInvoice(own))).Document.Number);
    }

    static InvoiceDocument Unnumbered => SampleInvoices.Consumer with { Number = "" };

    // Asks again after a lost race, as the queue does.
    static async Task Issue(PortalNode node, Caller machine, int charge)
    {
        while ((await node.Try(machine, new IssueInvoice(Source($"ch_{charge}"), Unnumbered))).Error is { } error) Assert.Equal(ErrorKind.Conflict, error.Kind);
    }

    // The number is drawn, then the row does not fit: everything goes back, the number too.
    static async Task Fail(PortalNode node, Caller machine, int charge) => Assert.NotNull(
        await Record.ExceptionAsync(async () =>
        {
            while ((await node.Try(machine, new IssueInvoice(Source(new string('x', 300) + charge), Unnumbered))).Error is { Kind: ErrorKind.Conflict }) { }
        }));

    static Task<Result<InvoiceId>[]> Race(Caller caller, InvoiceDocument document, Func<(Caller Caller, ICommand<InvoiceId> Command), Task<Result<InvoiceId>>> send) =>
        Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => send((caller, new IssueInvoice(Source(document.Number), document))), Ct)));

    static InvoiceSource Source(string id) => new("stripe", "acct_race", false, nameof(SaleKind.Charge), id);

    static async Task<int> Uploads(PortalUnderTest portal, string number)
    {
        var log = await portal.Practice.Get("log");
        return log.GetProperty("uploads").EnumerateArray().Count(u => u.GetProperty("number").GetString() == number);
    }

    static async Task<long> Count(TestDatabase database, string table, TenantId tenant) =>
        (long)(await Database.Ask(database.Platform, $"select count(*) from {table} where tenant_id = '{tenant.Value}'", Ct))!;
}
