using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Api;

public sealed class ReadingTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task A_sale_is_listed_with_every_field_of_the_contract_followed_and_downloaded()
    {
        var company = await Company.Create(portal, "api-reads");
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        var accepted = await Sales.Settled(portal, company, id, SaleState.Accepted);

        var sale = Assert.Single((await api.Get("/api/stripe/invoices")).Body.GetProperty("data").EnumerateArray());
        Assert.Equal((id, "accepted", "stripe_invoice", accepted.Number), (sale.Text("id"), sale.Text("state"), sale.Text("source_type"), sale.Text("number")));
        Assert.Equal(accepted.Total.Amount, sale.GetProperty("amount_total").GetDecimal());
        Assert.All(["customer_id", "customer_name", "customer_email", "currency", "status", "created", "sale_id", "invoice_id", "file_by"], f => Assert.NotEmpty(sale.Text(f)!));

        foreach (var known in (string[])[sale.Text("invoice_id")!, sale.Text("sale_id")!])
        {
            var story = (await api.Get($"/api/invoices/status/{known}")).Body;
            Assert.Equal(("accepted", sale.Text("invoice_id")), (story.Text("status"), story.Text("id")));
            Assert.Equal("accepted", Assert.Single(story.GetProperty("attempts").EnumerateArray()).Text("status"));
        }

        var xml = await api.Raw($"/api/invoices/download/{sale.Text("invoice_id")}");
        Assert.Equal("application/xml", xml.Content.Headers.ContentType!.MediaType);
        Assert.Contains(accepted.Number!, await xml.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var zip = await Eventually.Seen(() => api.Raw($"/api/invoices/download/{sale.Text("invoice_id")}?format=zip"), a => a.IsSuccessStatusCode);
        Assert.Equal("application/zip", zip.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_refusal_is_explained_in_the_language_asked_for()
    {
        var company = await Company.Create(portal, "api-refused");
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refused"));
        var refused = await Sales.Settled(portal, company, id, SaleState.Refused);

        var english = await Cure("en");
        var romanian = await Cure("ro");

        Assert.NotEmpty(english);
        Assert.NotEqual(english, romanian);

        async Task<string> Cure(string language) => (await api.Get($"/api/invoices/status/{refused.Invoice}", language)).Body
            .GetProperty("attempts")[0].GetProperty("problems")[0].Text("cure")!;
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_and_filters_narrow()
    {
        var company = await Company.Create(portal, "api-pages");
        using var api = await ApiCaller.Of(portal, company);
        var invoices = await portal.Practice.Sell(company.Slug, "company", 7);
        var charge = Assert.Single(await portal.Practice.Sell(company.Slug, "charge"));
        foreach (var id in invoices) await Sales.Settled(portal, company, id, SaleState.Accepted);
        await Sales.Settled(portal, company, charge, SaleState.Accepted);

        var seen = new List<string>();
        var path = "/api/stripe/invoices?limit=3";
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await api.Get(cursor.Length == 0 ? path : $"{path}&starting_after={cursor}")).Body;
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(s => s.Text("id")!));
            cursor = page.Text("next_cursor");
            Assert.Equal(cursor is not null, page.GetProperty("has_more").GetBoolean());
        }

        Assert.Equal(invoices.Order(), seen.Order());
        Assert.Equal(charge, Assert.Single((await api.Get("/api/stripe/charges?status=succeeded")).Body.GetProperty("data").EnumerateArray()).Text("id"));
        Assert.Empty((await api.Get("/api/stripe/invoices?status=draft")).Body.GetProperty("data").EnumerateArray());
        Assert.Empty((await api.Get("/api/stripe/invoices?end_date=2020-01-01")).Body.GetProperty("data").EnumerateArray());
        Assert.Empty((await api.Get("/api/stripe/invoices?customer_id=cus_nobody")).Body.GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/stripe/invoices?start_date=yesterday", "start_date")]
    [InlineData("/api/stripe/charges?limit=1000", "limit")]
    [InlineData("/api/stripe/charges?starting_after=x", "starting_after")]
    [InlineData("/api/invoices/download/inv_00000000000000000000000000?format=pdf", "format")]
    public async Task A_wrong_query_is_refused_by_its_field(string path, string field)
    {
        using var api = await ApiCaller.Of(portal, await Company.Create(portal, $"api-wrong-{field.Replace('_', '-')}-{path.Length}", hooked: false));
        var (status, body, raw) = await api.Get(path);

        Assert.Equal((HttpStatusCode.BadRequest, field, "application/problem+json"), (status, body.Text("field"), raw.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Stripe_is_tested_and_a_range_is_read_from_it()
    {
        var company = await Company.Create(portal, "api-sync", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        await portal.Practice.Sell(company.Slug, "company", 2);
        Assert.True((await api.Get("/api/stripe/test")).Body.GetProperty("passed").GetBoolean());

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (status, started, raw) = await api.Post("/api/sync", new { start_date = today.AddDays(-1), end_date = today.AddDays(1) });
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(started.Text("status_url"), raw.Headers.Location!.ToString());
        var run = await Eventually.Seen(async () => (await api.Get(started.Text("status_url")!)).Body, r => r.GetProperty("finished").GetBoolean());
        Assert.Equal(2, run.GetProperty("found").GetInt32());

        Assert.Equal("end_date", (await api.Post("/api/sync", new { start_date = "2026-11-01" })).Body.Text("field"));
        Assert.Equal("start_date", (await api.Post("/api/sync", new { start_date = "2026-11-02", end_date = "2026-11-01" })).Body.Text("field"));
        Assert.Equal("invoices", (await api.Post("/api/sync", new { start_date = "2026-11-01", end_date = "2026-11-01", invoices = false, charges = false })).Body.Text("field"));
    }

    [Fact]
    public async Task Anybody_may_read_the_documentation_and_the_state_of_health()
    {
        using var nobody = ApiCaller.With(portal, null);

        var health = (await nobody.Get("/health")).Body;
        Assert.Equal(["database", "work_queue", "practice_world"], health.GetProperty("parts").EnumerateArray().Select(p => p.Text("name")));
        Assert.Equal(HttpStatusCode.OK, (await nobody.Raw("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Raw("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Raw("/docs/index.html")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nobody.Raw("/docs/errors")).StatusCode);
        Assert.StartsWith("3.", (await nobody.Get("/openapi/v1.json")).Body.Text("openapi"), StringComparison.Ordinal);
    }
}
