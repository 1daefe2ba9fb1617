using System.Net;
using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class BulkV1Tests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_thousand_are_tried_and_each_is_answered_in_its_place_by_few_statements()
    {
        var company = await Company.Create(portal, "v1-bulk", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var (_, first, _) = await api.Post("/v1/customers/bulk", new { items = (object[])[new { name = "Zero" }, new { name = "" }, new { nam = "x" }, 7, new { id = "cus_00000000000000000000000000" }] });
        Assert.Equal("201  | 400 customer.name_missing /name | 400 body.invalid /nam /name | 400 body.invalid  | 404 id.not_found", Told(first));
        var id = first.GetProperty("results")[0].Text("id")!;

        var counted = new CountedSql();
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<IInterceptor>(counted), "--InvoiceSync:Roles=api");
        using var http = node.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", api.Key);
        List<object> items = [.. Enumerable.Range(0, 999).Select(n => new { name = $"Client {n}", metadata = new { n = $"{n}" } })];
        var few = await Statements(http, counted, [.. items.Take(10), new { id, email = "zero@exemplu.ro" }]);
        var many = await Statements(http, counted, [.. items, new { id, phone = "112" }]);
        Assert.InRange(many, 1, few + 12);

        var all = (await api.Get($"/v1/customers/{id}")).Body;
        Assert.Equal(("Zero", "zero@exemplu.ro", "112"), (all.Text("name"), all.Text("email"), all.Text("phone")));
        Assert.Equal("bulk.size_invalid /items", (await api.Post("/v1/customers/bulk", new { items = items.Append(1).Append(2) })).Body.Refusal());
        Assert.Equal("bulk.size_invalid /items", (await api.Post("/v1/customers/bulk", new { items = Array.Empty<int>() })).Body.Refusal());
    }

    [Fact]
    public async Task Products_and_drafts_are_saved_together_and_what_one_lacks_stops_no_other()
    {
        var company = await Company.Create(portal, "v1-bulk-drafts", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var products = (await api.Post("/v1/products/bulk", new { items = (object[])[new { name = "A", sku = "1", tax_rate = 21 }, new { name = "B", sku = "1", tax_rate = 21 }, new { name = "C", tax_rate = 0 }] })).Body;
        Assert.Equal("201  | 400 product.sku_taken /sku | 400 tax_rate.invalid /tax_rate", Told(products));
        var renamed = (await api.Post("/v1/products/bulk", new { items = (object[])[new { id = products.GetProperty("results")[0].Text("id"), name = "AA" }] })).Body;
        Assert.Equal((1, 0), (renamed.GetProperty("succeeded").GetInt32(), renamed.GetProperty("failed").GetInt32()));

        var customer = (await api.PostText("/v1/customers", CustomersV1Tests.Whole)).Body.Text("id");
        object Draft(int rate) => new { customer_id = customer, line_items = (object[])[new { description = "Ore", quantity = 1, unit_price = 100, tax_rate = rate }] };
        var drafts = (await api.Post("/v1/invoices/bulk", new { items = (object[])[Draft(21), Draft(10), Draft(11)] })).Body;
        Assert.Equal("201  | 422 invoice.incomplete /line_items/0/tax_rate | 201 ", Told(drafts));
        var changed = (await api.Post("/v1/invoices/bulk", new { items = (object[])[new { id = drafts.GetProperty("results")[2].Text("id"), notes = "Grăbit" }] })).Body;
        Assert.Equal("200 ", Told(changed));
        var twice = (await api.Post("/v1/invoices/bulk", new { items = (object[])[new { id = drafts.GetProperty("results")[0].Text("id"), payment_means = "10" }, new { id = drafts.GetProperty("results")[0].Text("id"), payment_means = "48" }] })).Body;
        Assert.Equal("200  | 409 bulk.item_repeated", Told(twice));
        Assert.Equal("Grăbit", (await api.Get($"/v1/invoices/{drafts.GetProperty("results")[2].Text("id")}")).Body.GetProperty("notes")[0].GetString());
        Assert.Equal(2, (await api.Get("/v1/invoices?status=draft")).Body.GetProperty("data").GetArrayLength());

        var reader = company.Owner with { Permissions = InvoiceSync.Access.Permissions.Expand(["customer.read"]) };
        Assert.Equal("permission.missing", Assert.Single(await portal.Send(reader, new SaveCustomers([new(null, new() { Name = "X" })]))).Error?.Code);
    }

    [Fact]
    public async Task Sixty_four_parallel_repeats_of_one_key_save_once()
    {
        var company = await Company.Create(portal, "v1-bulk-once", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/customers/bulk") { Content = System.Net.Http.Json.JsonContent.Create(new { items = (object[])[new { name = "Una" }, new { name = "Doua" }] }) };
            request.Headers.Add("Idempotency-Key", "sixty-four");
            using var answer = await api.Send(request);
            return (answer.StatusCode, Text: await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }));
        Assert.Single(answers.Where(a => a.StatusCode == HttpStatusCode.OK).Select(a => a.Text).Distinct());
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.True(a.StatusCode == HttpStatusCode.TooManyRequests || a.Text.Contains("idempotency_key.in_progress", StringComparison.Ordinal), a.Text));
        Assert.Equal(2, (await portal.Ask(company.Owner, new ListCustomers())).Rows.Count);
    }

    static async Task<int> Statements(HttpClient http, CountedSql counted, List<object> items)
    {
        counted.Seen = 0;
        using var content = System.Net.Http.Json.JsonContent.Create(new { items });
        using var answer = await http.PostAsync("/v1/customers/bulk", content, TestContext.Current.CancellationToken);
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.OK, items.Count), (answer.StatusCode, body.GetProperty("succeeded").GetInt32()));
        return counted.Seen;
    }

    static string Told(JsonElement answer) => string.Join(" | ", answer.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("status")} {(r.TryGetProperty("error", out var error) ? error.Refusal() : "")}"));
}
