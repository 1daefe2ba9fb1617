using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>Lines that name a product, and drafts deleted only as they were read.</summary>
[Collection(RestPortal.Name)]
public sealed class InvoiceProductsV1Tests(PortalUnderTest portal)
{
    const string Product = """{"name":"Mentenanță","description":"lunară","unit":"MON","tax_rate":21,"prices":[{"currency":"RON","amount":400},{"currency":"EUR","amount":80.50}]}""";

    [Fact]
    public async Task A_line_takes_from_its_product_what_it_leaves_out_and_keeps_what_it_says()
    {
        var (company, api, customer) = await Scene("v1-line-products");
        var product = (await api.PostText("/v1/products", Product)).Body.Text("id")!;
        var exempt = (await api.PostText("/v1/products", """{"name":"Curs","tax_category":"E","prices":[{"currency":"RON","amount":10}]}""")).Body.Text("id")!;
        var (status, draft, _) = await api.PostText("/v1/invoices", Of(customer, "RON", $$"""
            {"product_id":"{{product}}","quantity":2},
            {"product_id":"{{product}}","quantity":1,"description":"Reducere","unit_price":350,"unit":"H87","tax_rate":11},
            {"product_id":"{{product}}","quantity":1,"tax_category":"AE","details":"art. 331"},
            {"product_id":"{{exempt}}","quantity":1,"exemption_reason":"art. 292"}
            """));
        Assert.Equal(HttpStatusCode.Created, status);
        var lines = draft.GetProperty("line_items");
        Assert.Equal(
            ["Mentenanță lunară MON 400 21 S 800.00", "Reducere lunară H87 350 11 S 350.00", "Mentenanță art. 331 MON 400 0 AE 400.00", "Curs  H87 10 0 E 10.00"],
            lines.EnumerateArray().Select(l => string.Join(' ', ((string[])["description", "details", "unit", "unit_price", "tax_rate", "tax_category", "amount"]).Select(n => l.GetProperty(n).ToString()))));
        Assert.Equal([product, product, product, exempt], lines.EnumerateArray().Select(l => l.Text("product_id")));

        // In euro at its price there, with VAT put in; in dollars it has none.
        var euro = (await api.PostText("/v1/invoices", Of(customer, "EUR", $$"""{"product_id":"{{product}}","quantity":1}""", ""","prices_include_tax":true"""))).Body;
        Assert.Equal("97.41 80.50", $"{euro.GetProperty("total").GetRawText()} {euro.GetProperty("subtotal").GetRawText()}");
        foreach (var (currency, line, expected) in new[]
        {
            ("USD", $$"""{"product_id":"{{product}}","quantity":1}""", "invoice.incomplete /line_items/0/unit_price"),
            ("RON", """{"product_id":"prd_00000000000000000000000000","quantity":1}""", "invoice.incomplete /line_items/0/product_id"),
            ("RON", """{"quantity":1,"tax_rate":21}""", "invoice.incomplete /line_items/0/description /line_items/0/unit_price"),
        })
            Assert.Equal((currency, expected), (currency, (await api.PostText("/v1/invoices", Of(customer, currency, line))).Body.Refusal()));

        // Issued it still names its products, and a draft does not follow them.
        var path = $"/v1/invoices/{draft.Text("id")}";
        await api.Patch($"/v1/products/{product}", """{"name":"Altceva"}""");
        await api.Patch(path, """{"notes":"X"}""");
        Assert.Equal(("Mentenanță", product), (await api.Get(path)).Body.GetProperty("line_items")[0] is var kept ? (kept.Text("description"), kept.Text("product_id")) : default);

        using var blind = ApiCaller.With(portal, (await portal.Send(company.Owner, new CreateApiKey("no products") { Scopes = ["customer.read", "invoice.draft", "invoice.read.own"] })).Secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await blind.PostText("/v1/invoices", Of(customer, "RON", $$"""{"product_id":"{{product}}","quantity":1}"""))).Status);
        Assert.Equal(HttpStatusCode.Created, (await blind.PostText("/v1/invoices", Of(customer, "RON", """{"description":"A","quantity":1,"unit_price":1,"tax_rate":21}"""))).Status);
        var (_, foreigner, theirs) = await Scene("v1-line-products-other");
        Assert.Equal("/line_items/0/product_id", (await foreigner.PostText("/v1/invoices", Of(theirs, "RON", $$"""{"product_id":"{{product}}","quantity":1}"""))).Body.GetProperty("errors")[0].Text("pointer"));
    }

    [Fact]
    public async Task A_draft_is_deleted_only_as_it_was_read()
    {
        var (_, api, customer) = await Scene("v1-draft-delete");
        var (_, draft, raw) = await api.PostText("/v1/invoices", Of(customer, "RON", """{"description":"A","quantity":1,"unit_price":1,"tax_rate":21}"""));
        var path = $"/v1/invoices/{draft.Text("id")}";
        var (_, _, version) = await api.Patch(path, """{"notes":"B"}""", raw.Headers.ETag!.Tag);
        foreach (var stale in (string[])[raw.Headers.ETag.Tag, "\"1\""])
            Assert.Equal((HttpStatusCode.PreconditionFailed, "version.stale"), (await api.Change(HttpMethod.Delete, path, null, stale)) is var late ? (late.Status, late.Body.Text("code")) : default);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Change(HttpMethod.Delete, path, null, "d7")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, path, null, version)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Change(HttpMethod.Delete, path, null, null)).Status);
    }

    static string Of(string customer, string currency, string lines, string more = "") => $$"""{"customer_id":"{{customer}}","currency":"{{currency}}","line_items":[{{lines}}]{{more}}}""";

    async Task<(Company Company, ApiCaller Api, string Customer)> Scene(string name)
    {
        var company = await Company.Create(portal, name, hooked: false);
        var api = await ApiCaller.Of(portal, company);
        return (company, api, (await api.PostText("/v1/customers", CustomersV1Tests.Whole)).Body.Text("id")!);
    }
}
