using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Batches;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>Past sales: what the plan shows is done, neither more nor less, and once, also when a node dies half way.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class BackfillTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_plan_shows_counts_money_and_reasons_and_is_done_exactly_as_shown()
    {
        var company = await Company.Create(portal, "past-sales", hooked: false);
        var sold = await portal.Practice.Sell(company.Slug, "company", 3);
        await portal.Practice.Sell(company.Slug, "charge");
        await portal.Practice.Sell(company.Slug, "no-address");
        var plan = await Planned(company);
        Assert.Equal((5, 4, 1), (plan.Rows, plan.Count(BatchRowState.Will), plan.Count(BatchRowState.WillNot)));
        Assert.Equal("buyer.address_incomplete", Assert.Single(plan.Reasons).Code);
        Assert.All(plan.Groups, g => Assert.True(g is { Month: not null, Currency: not null, Total: > 0 }));
        Assert.Empty(await Sales.All(portal, company.Owner)); // nothing is done yet
        Assert.Equal(plan.Id, Assert.Single(await portal.Ask(company.Owner, new ListBatches(Backfills: true))).Id);

        var known = new SourceKey(SaleKind.Invoice, sold[1]);
        Assert.Equal([new SourceKey(SaleKind.Charge, "ch_other")], await portal.Ask(company.Machine, new ListUnplanned(plan.Id, [known, new(SaleKind.Charge, "ch_other")])));
        Assert.NotNull((await portal.Send(company.Machine, new PlanSale(known))).Digest);
        Assert.Equal("batch.sale_changed", await Refusal(company, d => d.Send(new ApplyPlanned(known, "another digest", WasBegun: false), Ct)));

        // One is invoiced by hand before the plan is started.
        await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, sold[0]), new()));
        await portal.Send(company.Owner, new StartBackfill(plan.Id));
        await portal.Send(company.Owner, new StartBackfill(plan.Id));
        var done = await Finished(company, plan.Id);
        Assert.Equal((3, 1, 1, 0), (done.Count(BatchRowState.Done), done.Count(BatchRowState.Changed), done.Count(BatchRowState.WillNot), done.Count(BatchRowState.Failed)));
        Assert.Equal(4L, await Count("invoicing.invoices", company));
        foreach (var id in sold) await Sales.Settled(portal, company, id, SaleState.Accepted);

        // A node died after an invoice was made and before that was noted.
        await Database.Ask(portal.Database.Platform, $"update sync.batches set state = 'Running' where tenant_id = '{company.Id.Value}'; update sync.batch_rows set state = 'Doing', invoice = null where tenant_id = '{company.Id.Value}' and state = 'Done'", Ct);
        await portal.Send(company.Machine, new RunBatch(plan.Id));
        var again = await Finished(company, plan.Id);
        Assert.Equal((3, 1), (again.Count(BatchRowState.Done), again.Count(BatchRowState.Changed)));
        Assert.Equal(4L, await Count("invoicing.invoices", company));
        await portal.Send(company.Machine, new NoteBatchRow(plan.Id, 0, null, InvoiceSync.Kernel.Error.Refused("sale.late", "Told late."))); // told late
        Assert.Empty((await portal.Ask(company.Machine, new GetBatchWork(plan.Id))).Rows);
        Assert.Equal(0, (await portal.Ask(company.Owner, new GetBatch(plan.Id))).Count(BatchRowState.Failed));
        Assert.Equal("batch.nothing_failed", (await portal.As(company.Owner, d => d.Send(new RetryBatch(plan.Id), Ct))).Error?.Code);
    }

    [Fact]
    public async Task What_differs_from_the_plan_is_left_out_and_told()
    {
        var company = await Company.Create(portal, "past-changed", hooked: false);
        await portal.Practice.Sell(company.Slug, "company", 2);
        var plan = await Planned(company);
        var seller = (await portal.Ask(company.Owner, new GetCompanyProfile()))!;
        await portal.Send(company.Owner, new SaveCompanyProfile(seller with { Name = "Another name SRL" }));
        await portal.Send(company.Owner, new StartBackfill(plan.Id));
        var done = await Finished(company, plan.Id);
        Assert.Equal(2, done.Count(BatchRowState.Changed));
        Assert.Equal("batch.sale_changed", Assert.Single(done.Reasons).Code);
        Assert.Equal(0L, await Count("invoicing.invoices", company));
        Assert.All(await portal.Ask(company.Owner, new ListBatchRows(plan.Id, BatchRowState.Changed)), r => Assert.Null(r.Invoice));
    }

    [Fact]
    public async Task What_need_not_be_filed_is_planned_as_kept_and_ends_kept_and_after_another_choice_it_is_left_out()
    {
        var company = await Company.Create(portal, "past-kept", hooked: false);
        // The list of events, which is read every few minutes, would bring the sales before the plan does.
        await portal.Practice.Post("faults", new { target = "stripe", kind = "html_200", path = "/v1/events" });
        var (abroad, here) = (await portal.Practice.Sell(company.Slug, "union", 2), Assert.Single(await portal.Practice.Sell(company.Slug)));
        var plan = await Planned(company);
        Assert.Equal((3, 3, 2), (plan.Rows, plan.Count(BatchRowState.Will), plan.CountKept(BatchRowState.Will)));
        Assert.All(await portal.Ask(company.Owner, new ListBatchRows(plan.Id)), r => Assert.Equal(abroad.Contains(r.Key.Id) ? KeptBecause.Abroad : null, r.Keeps));
        var shown = plan.Groups.Where(g => g.Keeps is KeptBecause.Abroad).ToList();
        Assert.Equal((2, true), (shown.Sum(g => g.Count), shown.Sum(g => g.Total) > 0));

        // Companies abroad are to be filed from now on: that is not what the plan showed.
        await portal.Send(company.Owner, new ChooseForeignFiling(true, true));
        await portal.Send(company.Owner, new StartBackfill(plan.Id));
        var done = await Finished(company, plan.Id);
        Assert.Equal((1, 2, 0), (done.Count(BatchRowState.Done), done.Count(BatchRowState.Changed), done.CountKept(BatchRowState.Done)));
        await Sales.Settled(portal, company, here, SaleState.Accepted);
        Assert.Equal(1L, await Count("invoicing.invoices", company));

        await portal.Send(company.Owner, new ChooseForeignFiling(false, true));
        plan = await Planned(company);
        Assert.Equal((2, 1), (plan.CountKept(BatchRowState.Will), plan.Count(BatchRowState.WillNot)));
        await portal.Send(company.Owner, new StartBackfill(plan.Id));
        done = await Finished(company, plan.Id);
        Assert.Equal((2, 2), (done.Count(BatchRowState.Done), done.CountKept(BatchRowState.Done)));
        foreach (var id in abroad) await Sales.Settled(portal, company, id, SaleState.Kept);
        await portal.Practice.NoFaults();
    }

    [Fact]
    public async Task It_stops_and_goes_on_where_it_was_and_is_its_companys_own()
    {
        var (company, other) = (await Company.Create(portal, "past-stopped", hooked: false), await Company.Create(portal, "past-other", hooked: false));
        await portal.Practice.Sell(company.Slug);
        var batch = await portal.Send(company.Owner, new PlanBackfill(Today.AddDays(-3000), Today));
        await portal.Send(company.Owner, new StopBatch(batch));
        Assert.Equal("batch.not_planned", await Refusal(company, d => d.Send(new StartBackfill(batch), Ct)));
        Assert.Equal("batch.not_running", await Refusal(company, d => d.Send(new StopBatch(batch), Ct)));
        var stopped = (await portal.Ask(company.Owner, new GetBatch(batch))).PlannedTo;
        await portal.Send(company.Machine, new PlanWeek(batch));
        Assert.False(await portal.Send(company.Machine, new KeepPlannedWeek(batch, [], Today)));
        Assert.False(await portal.Send(company.Machine, new BeginBatchRow(batch, 0)));
        await portal.Send(company.Machine, new EndBatchSlice(batch));
        await portal.Send(company.Owner, new ResumeBatch(batch));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.PlannedTo > stopped);
        await portal.Send(company.Owner, new StopBatch(batch));

        Assert.Equal("batch.not_found", await Refusal(other, d => d.Send(new ResumeBatch(batch), Ct)));
        Assert.Equal("batch.not_found", await Refusal(other, d => d.Ask(new GetBatch(batch), Ct)));
        Assert.Equal("batch.not_found", await Refusal(other, d => d.Ask(new ListBatchRows(batch), Ct)));
        Assert.Equal("backfill.range_invalid", await Refusal(company, d => d.Send(new PlanBackfill(Today, Today.AddDays(-1)), Ct)));
        Assert.Equal("range.nothing_chosen", await Refusal(company, d => d.Send(new PlanBackfill(Today, Today, false, false), Ct)));
    }

    async Task<GetBatch.View> Planned(Company company)
    {
        var batch = await portal.Send(company.Owner, new PlanBackfill(Today.AddDays(-9), Today.AddDays(1)));
        return await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Planned);
    }

    Task<GetBatch.View> Finished(Company company, BatchId batch) => Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Finished);

    async Task<string?> Refusal<T>(Company company, Func<InvoiceSync.Kernel.IDispatcher, Task<InvoiceSync.Kernel.Result<T>>> asked) => (await portal.As(company.Owner, asked)).Error?.Code;

    async Task<long> Count(string table, Company company) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct))!;
}
