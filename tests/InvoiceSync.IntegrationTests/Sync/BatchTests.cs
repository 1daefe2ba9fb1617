using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>Many sales in one call: one result each, the same call once, in the name of who asked.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class BatchTests(PortalUnderTest portal)
{
    const string Batches = "/api/invoices/process/batch";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_sale_has_its_own_result_and_a_failure_stops_no_other()
    {
        var (company, other) = (await Company.Create(portal, "batch-results", hooked: false), await Company.Create(portal, "batch-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        var good = await portal.Practice.Sell(company.Slug, "company", 2);
        var poor = Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"));
        string[] ids = ["in_nowhere", good[0], poor, good[1]];

        var (status, begun, raw) = await api.Post(Batches, new { provider = "anaf", items = ids.Select(id => new { source_type = "stripe_invoice", source_id = id }) });
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(begun.Text("status_url"), raw.Headers.Location!.ToString());
        var seen = (await Eventually.Seen(() => api.Get(begun.Text("status_url")!), a => a.Body.Text("status") == "finished")).Body;
        Assert.Equal((2, 0, 2), (seen.GetProperty("done").GetInt32(), seen.GetProperty("waiting").GetInt32(), seen.GetProperty("needs_person").GetInt32()));
        Assert.Equal(["failed", "done", "parked", "done"], seen.GetProperty("items").EnumerateArray().Select(i => i.Text("result")));
        Assert.Equal(["sale.not_found", null, "buyer.address_incomplete", null], seen.GetProperty("items").EnumerateArray().Select(i => i.Text("reason_code")));
        foreach (var id in good) await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal("accepted", (await api.Get(begun.Text("status_url")!)).Body.GetProperty("items")[1].Text("status"));

        Assert.Equal(HttpStatusCode.Accepted, (await api.Post($"{Batches}/{begun.Text("id")}/retry", new { })).Status);
        await Eventually.Seen(() => api.Get(begun.Text("status_url")!), a => a.Body.Text("status") == "finished");
        Assert.Equal(2L, await Count("invoicing.invoices", company));

        using var stranger = await ApiCaller.Of(portal, other);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(begun.Text("status_url")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"{Batches}/{begun.Text("id")}/retry", new { })).Status);
    }

    [Fact]
    public async Task A_call_repeated_with_its_key_is_the_same_batch_and_another_with_it_is_refused()
    {
        var company = await Company.Create(portal, "batch-key", hooked: false);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        BatchItem[] items = [new(new(SaleKind.Invoice, id), new())];
        var first = await portal.Send(company.Owner, new StartBatch(items, "call-1"));
        Assert.Equal(first, await portal.Send(company.Owner, new StartBatch(items, "call-1")));
        Assert.NotEqual(first, await portal.Send(company.Owner, new StartBatch(items, "call-2")));
        Assert.Equal("batch.call_differs", await Refusal(company, new StartBatch([.. items, new(new(SaleKind.Charge, "ch_1"), new())], "call-1")));
        Assert.Equal("batch.size_invalid", await Refusal(company, new StartBatch([])));
        Assert.Equal("batch.item_repeated", await Refusal(company, new StartBatch([.. items, .. items])));
        Assert.Equal("source_id.invalid", await Refusal(company, new StartBatch([new(new(SaleKind.Invoice, "in_1/.."), new())])));
        await Eventually.Seen(() => portal.Ask(company.Owner, new ListBatches()), all => all.Count == 2 && all.All(b => b.State is BatchState.Finished));
        Assert.Equal(1L, await Count("invoicing.invoices", company));
    }

    [Fact]
    public async Task Who_lost_the_right_meanwhile_does_nothing_more_and_a_program_without_it_cannot_begin()
    {
        var company = await Company.Create(portal, "batch-leaver", hooked: false);
        using var viewer = await ApiCaller.Of(portal, company, Roles.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Post(Batches, new { items = new[] { new { source_type = "charge", source_id = "ch_1" } } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await viewer.Post(Batches, new { items = new[] { new { source_type = "coin", source_id = "ch_1" } } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await viewer.Post(Batches, new { provider = "nobody", items = Array.Empty<object>() })).Status);

        var key = await portal.Send(company.Owner, new CreateApiKey("short-lived", Roles.Owner));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        await portal.Send(company.Owner, new RevokeApiKey(key.Id));
        var program = new Caller(company.Id, key.Id.ToString(), Roles.Of(Roles.Owner));
        var batch = await portal.Send(program, new StartBatch([new(new(SaleKind.Invoice, id), new())]));
        var done = await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Finished);
        Assert.Equal("batch.owner_left", Assert.Single(done.Reasons).Code);
        Assert.Equal(0L, await Count("invoicing.invoices", company));
    }

    [Fact]
    public async Task Another_persons_batch_is_there_only_for_who_may_read_everybodys_sales()
    {
        var company = await Company.Create(portal, "batch-own", hooked: false);
        var (member, other) = (Person("usr_member"), Person("usr_other"));
        var mine = await portal.Send(member, new StartBatch([new(new(SaleKind.Invoice, "in_nowhere"), new())]));
        await Eventually.Seen(() => portal.Ask(member, new GetBatch(mine)), b => b.State is BatchState.Finished);
        var plan = await portal.Send(member, new PlanBackfill(new(2026, 1, 1), new(2026, 1, 2)));
        await Eventually.Seen(() => portal.Ask(member, new GetBatch(plan)), b => b.State is BatchState.Planned);

        List<string?> refusals = [(await portal.As(other, d => d.Send(new RetryBatch(mine), Ct))).Error?.Code];
        foreach (var act in (ICommand<Done>[])[new StopBatch(plan), new ResumeBatch(plan), new StartBackfill(plan)]) refusals.Add((await portal.As(other, d => d.Send(act, Ct))).Error?.Code);
        Assert.Equal(Enumerable.Repeat<string?>("batch.not_found", 4), refusals);
        Assert.Empty(await portal.Ask(other, new ListBatches()));

        // The owner of the company reads everybody's, and its maker their own.
        Assert.Equal(1, await portal.Send(company.Owner, new RetryBatch(mine)));
        await portal.Send(member, new StartBackfill(plan));
        Assert.NotNull((await portal.Ask(member, new GetBatch(plan))).StartedAt);

        Caller Person(string actor) => new(company.Id, actor, new HashSet<string> { "invoice.create", "invoice.read", "invoice.read.own" });
    }

    async Task<string?> Refusal(Company company, StartBatch command) => (await portal.As(company.Owner, d => d.Send(command, Ct))).Error?.Code;

    async Task<long> Count(string table, Company company) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct))!;
}
