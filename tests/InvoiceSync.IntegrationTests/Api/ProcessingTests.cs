using System.Net;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Api;

public sealed class ProcessingTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_sale_is_read_invoiced_and_filed_and_repeating_answers_the_same_invoice()
    {
        var (company, api) = await Ready("process-unknown");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));

        var (status, first, raw) = await api.Process(id);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.StartsWith("inv_", first.Text("id"), StringComparison.Ordinal);
        Assert.Equal(first.Text("status_url"), raw.Headers.Location!.ToString());
        await Sales.Settled(portal, company, id, SaleState.Accepted);

        var (again, second, _) = await api.Process(id);
        Assert.Equal((HttpStatusCode.Accepted, first.Text("id"), "accepted"), (again, second.Text("id"), second.Text("status")));
    }

    [Fact]
    public async Task Ten_at_once_make_one_invoice()
    {
        var (company, api) = await Ready("process-at-once");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.Process(id)));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, a.Body.ToString()));
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Accepted).Select(a => a.Body.Text("id")).OfType<string>().Distinct());
        await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal(1L, await Count("invoicing.invoices", company));
    }

    [Theory]
    [InlineData("RO14399840", "RO14399840")]
    [InlineData("-", null)]
    public async Task A_given_tax_number_is_on_the_very_first_filing(string given, string? written)
    {
        var (company, api) = await Ready($"process-tax-id-{(written is null ? "person" : "company")}");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refused"));

        var made = (await api.Process(id, taxId: given)).Body;
        await Sales.Settled(portal, company, id, SaleState.Accepted);

        Assert.Single((await api.Get(made.Text("status_url")!)).Body.GetProperty("attempts").EnumerateArray());
        var xml = await (await api.Raw($"/api/invoices/download/{made.Text("id")}")).Content.ReadAsStringAsync(Ct);
        Assert.Equal(written is not null, xml.Contains("RO14399840", StringComparison.Ordinal));
        Assert.Equal("sale.invoiced_otherwise", (await api.Process(id, taxId: "RO1")).Body.Text("code"));
    }

    [Fact]
    public async Task A_refused_invoice_is_mended_by_the_right_tax_number_and_filed_again()
    {
        var (company, api) = await Ready("process-mend");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refused"));
        var refused = (await api.Process(id)).Body;
        await Sales.Settled(portal, company, id, SaleState.Refused);

        Assert.Equal("waiting", (await api.Process(id, taxId: "RO14399840", dryRun: true)).Body.Text("status"));
        Assert.Equal("refused", (await api.Process(id)).Body.Text("status")); // the dry run mended nothing
        var mended = (await api.Process(id, taxId: "RO14399840")).Body;
        Assert.Equal((refused.Text("id"), "waiting"), (mended.Text("id"), mended.Text("status")));
        await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal(2, (await api.Get(mended.Text("status_url")!)).Body.GetProperty("attempts").GetArrayLength());
    }

    [Fact]
    public async Task A_charge_takes_the_number_it_is_given_once_and_keeps_it()
    {
        var (company, api) = await Ready("process-number");
        var ids = await portal.Practice.Sell(company.Slug, "charge", 2);

        var made = (await api.Process(ids[0], "stripe_charge", number: "WEB-2026-7")).Body;
        await Sales.Settled(portal, company, ids[0], SaleState.Accepted);
        Assert.Equal("WEB-2026-7", (await api.Get(made.Text("status_url")!)).Body.Text("number"));
        Assert.Equal(made.Text("id"), (await api.Process(ids[0], "charge", number: "WEB-2026-7")).Body.Text("id"));

        Assert.Equal((HttpStatusCode.Conflict, "invoice_number.taken"), Refusal(await api.Process(ids[1], "stripe_charge", number: "WEB-2026-7")));
        Assert.Equal((HttpStatusCode.BadRequest, "invoice_number.invalid"), Refusal(await api.Process(ids[1], "stripe_charge", number: "WEB")));
        Assert.Equal((HttpStatusCode.BadRequest, "invoice_number.invalid"), Refusal(await api.Process(ids[1], "stripe_charge", number: new('1', 201))));
        Assert.Equal((HttpStatusCode.BadRequest, "invoice_number.reserved"), Refusal(await api.Process(ids[1], "stripe_charge", number: "S-000009")));
    }

    [Fact]
    public async Task What_cannot_be_processed_says_why()
    {
        var (company, api) = await Ready("process-refusals");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));

        Assert.Equal((HttpStatusCode.BadRequest, "invoice_number.given_by_source"), Refusal(await api.Process(id, number: "A-1")));
        Assert.Equal((HttpStatusCode.NotFound, "sale.not_found"), Refusal(await api.Process("in_nowhere")));
        Assert.Equal((HttpStatusCode.BadRequest, "source_id.invalid"), Refusal(await api.Process("in_1/../../customers")));
        Assert.Equal((HttpStatusCode.BadRequest, "customer_tax_id.invalid"), Refusal(await api.Process(id, taxId: "<RO>")));
        Assert.Equal((HttpStatusCode.BadRequest, "source_type.unknown"), Refusal(await api.Process(id, "paypal_sale")));
        Assert.Equal((HttpStatusCode.BadRequest, "provider.unknown"), Refusal(await api.Post("/api/invoices/process", new { source_type = "charge", source_id = "ch_1", provider = "paper" })));
        Assert.Equal((HttpStatusCode.Conflict, "provider.mismatched"), Refusal(await api.Post("/api/invoices/process", new { source_type = "charge", source_id = "ch_1", provider = "smartbill" })));
        Assert.Equal((HttpStatusCode.BadRequest, "body.invalid"), Refusal(await api.PostText("/api/invoices/process", """{"source_id":5}""")));
        Assert.Equal((HttpStatusCode.BadRequest, "body.invalid"), Refusal(await api.PostText("/api/invoices/process", """{"sourceid":"in_1"}""")));
        Assert.Equal((HttpStatusCode.BadRequest, "body.invalid"), Refusal(await api.PostText("/api/invoices/process", "{")));
        Assert.Equal((HttpStatusCode.BadRequest, "body.not_json"), Refusal(await api.PostText("/api/invoices/process", "{}", "text/plain")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await api.PostText("/api/invoices/process", $"{{\"source_id\":\"{new string('1', 20_000)}\"}}")).Status);
    }

    [Fact]
    public async Task An_unusual_sale_waits_for_a_person_with_the_reason_dry_or_not()
    {
        var (company, api) = await Ready("process-parked");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"));

        var foreseen = (await api.Process(id, dryRun: true)).Body;
        var parked = (await api.Process(id)).Body;

        Assert.Equal(("parked", "buyer.address_incomplete", (string?)null), (parked.Text("status"), parked.Text("reason_code"), parked.Text("id")));
        Assert.Equal((parked.Text("status"), parked.Text("reason_code")), (foreseen.Text("status"), foreseen.Text("reason_code")));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_writes_nothing()
    {
        var (company, api) = await Ready("process-dry");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));

        var (status, body, _) = await api.Process(id, taxId: "RO14399840", dryRun: true);

        Assert.Equal((HttpStatusCode.OK, "waiting", (string?)null, true), (status, body.Text("status"), body.Text("id"), body.GetProperty("dry_run").GetBoolean()));
        foreach (var table in (string[])["sync.sales", "sync.sale_mirrors", "sync.buyer_corrections", "sync.read_tickets", "invoicing.invoices", "fiscal.filings"])
            Assert.True(await Count(table, company) is 0L, table);

        await api.Process(id);
        Assert.Equal(1L, await Count("sync.sales", company)); // the count does see
    }

    // Without a webhook nothing is read unless the API is asked.
    async Task<(Company, ApiCaller)> Ready(string slug)
    {
        var company = await Company.Create(portal, slug, hooked: false);
        return (company, await ApiCaller.Of(portal, company));
    }

    Task<object?> Count(string table, Company company) => Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct);

    static (HttpStatusCode, string?) Refusal((HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage) answer) => (answer.Status, answer.Body.Text("code"));
}
