using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class ProductsV1Tests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_product_is_made_found_changed_and_archived()
    {
        var company = await Company.Create(portal, "v1-products", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var (status, made, raw) = await api.PostText("/v1/products", """{"name":"Consultanță","sku":"C-1","unit":"hur","prices":[{"currency":"RON","amount":150},{"currency":"EUR","amount":30.5}],"tax_rate":21,"metadata":{"line":"b"}}""");
        var path = $"/v1/products/{made.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, "HUR", "S", 30.5m, "b"), (status, made.Text("unit"), made.Text("tax_category"), made.GetProperty("prices")[1].GetProperty("amount").GetDecimal(), made.GetProperty("metadata").Text("line")));
        Assert.Equal("product.sku_taken /sku", (await api.PostText("/v1/products", """{"name":"Alt","sku":"C-1","tax_rate":21}""")).Body.Refusal());
        Assert.Equal("tax_rate.invalid /tax_rate", (await api.PostText("/v1/products", """{"name":"Alt"}""")).Body.Refusal());
        Assert.Equal("body.invalid /tax_category", (await api.PostText("/v1/products", """{"name":"Alt","tax_category":"X"}""")).Body.Refusal());
        Assert.Equal(HttpStatusCode.Created, (await api.PostText("/v1/products", """{"name":"Bacșiș","tax_category":"AE"}""")).Status);

        foreach (var (query, expected) in new[] { ("search=C-1", "Consultanță"), ("search=bac", "Bacșiș"), ("metadata[line]=b", "Consultanță"), ("metadata[line]=c", ""), ("sort=name", "Bacșiș Consultanță"), ("sort=-name", "Consultanță Bacșiș"), ("sort=created_at", "Consultanță Bacșiș") })
            Assert.Equal((query, expected), (query, string.Join(' ', (await api.Get($"/v1/products?{query}")).Body.GetProperty("data").EnumerateArray().Select(p => p.Text("name")))));

        var (changed, now, version) = await api.Patch(path, """{"prices":[{"currency":"RON","amount":160}]}""", raw.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.OK, 1, "C-1"), (changed, now.GetProperty("prices").GetArrayLength(), now.Text("sku")));
        Assert.Equal("version.stale", (await api.Patch(path, """{"name":"X"}""", raw.Headers.ETag!.Tag)).Body.Text("code"));
        Assert.Equal((HttpStatusCode.OK, null), (await api.Change(HttpMethod.Put, path, """{"name":"Nou","tax_rate":11}""", version) is var put ? put.Status : default, put.Body.Text("sku")));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, path, null)).Status);
        Assert.Equal("Nou", Assert.Single((await api.Get("/v1/products?archived=true")).Body.GetProperty("data").EnumerateArray()).Text("name"));
        Assert.Equal(HttpStatusCode.OK, (await api.Post(path + "/restore", new { })).Status);
    }

    [Fact]
    public async Task Of_another_company_there_is_nothing()
    {
        var (company, other) = (await Company.Create(portal, "v1-product-walls", hooked: false), await Company.Create(portal, "v1-product-other", hooked: false));
        using var theirs = await ApiCaller.Of(portal, other);
        var id = await portal.Send(company.Owner, new CreateProduct(new() { Name = "Al nostru", TaxRate = 21 }));
        foreach (var (method, tail, body) in new[] { (HttpMethod.Get, "", null), (HttpMethod.Patch, "", """{"name":"X"}"""), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/restore", (string?)null) })
            Assert.Equal((HttpStatusCode.NotFound, "product.not_found"), (await theirs.Change(method, $"/v1/products/{id}{tail}", body) is var answer ? answer.Status : default, answer.Body.Text("code")));
        Assert.Equal(id, Assert.Single(await portal.Ask(company.Owner, new GetProducts([id, id]))).Id);
        Assert.Empty(await portal.Ask(other.Owner, new GetProducts([id])));
        var saved = await portal.Send(other.Owner, new SaveProducts([new(id, new() { Name = "Furat", TaxRate = 21 })]));
        Assert.Equal("product.not_found", Assert.Single(saved).Error?.Code);
        var reader = other.Owner with { Permissions = Permissions.Expand(["product.read"]) };
        Assert.Equal("permission.missing", Assert.Single(await portal.Send(reader, new SaveProducts([new(null, new() { Name = "Nou", TaxRate = 21 })]))).Error?.Code);
    }
}
