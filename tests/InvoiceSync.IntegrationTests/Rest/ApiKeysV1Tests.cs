using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class ApiKeysV1Tests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_key_makes_lists_and_ends_keys_of_its_own_company_alone()
    {
        var (company, other) = (await Company.Create(portal, "v1-keys", hooked: false), await Company.Create(portal, "v1-keys-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        var path = $"/api/v1/tenants/{company.Id}/api-keys";
        var (status, made, raw) = await api.Post(path, new { name = "robot", scopes = (string[])["invoice.read.all", "integration.manage"] });
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal($"/v1/tenants/{company.Id}/api-keys/{made.Text("id")}", raw.Headers.Location!.ToString());
        using var child = ApiCaller.With(portal, made.Text("secret"));
        Assert.Equal(HttpStatusCode.OK, (await child.Get("/v1/invoices")).Status);
        var listed = await api.Get(path);
        Assert.Contains(listed.Body.GetProperty("data").EnumerateArray(), k => k.Text("id") == made.Text("id"));
        Assert.DoesNotContain(made.Text("secret")!, listed.Body.GetRawText(), StringComparison.Ordinal);

        Assert.Equal("api_key.made_by_key", (await child.Post(path, new { name = "grandchild", scopes = (string[])["invoice.read.all"] })).Body.Text("code"));
        Assert.Equal("api_key.scope_not_held", (await child.Post(path, new { name = "more", scopes = (string[])["user.manage"] })).Body.Text("code"));
        var foreign = await api.Get($"/api/v1/tenants/{other.Id}/api-keys");
        Assert.Equal((HttpStatusCode.NotFound, ApiCaller.Bare((await api.Get("/api/v1/tenants/ten_00000000000000000000000000/api-keys")).Body)), (foreign.Status, ApiCaller.Bare(foreign.Body)));
        Assert.Equal(HttpStatusCode.NotFound, (await api.Post($"/v1/tenants/{other.Id}/api-keys", new { name = "x", scopes = (string[])["invoice.read.all"] })).Status);
        Assert.Equal("/colour", (await api.Post(path, new { name = "x", scopes = (string[])["invoice.read.all"], colour = "red" })).Body.GetProperty("errors")[0].Text("pointer"));

        using var end = new HttpRequestMessage(HttpMethod.Delete, $"{path}/{made.Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, (await api.Send(end)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await child.Get("/v1/invoices")).Status);
    }

    [Fact]
    public async Task What_a_key_made_ends_with_it_and_stays_at_its_addresses()
    {
        var company = await Company.Create(portal, "v1-keys-end", hooked: false);
        var maker = await portal.Send(company.Owner, new CreateApiKey("maker", Roles.Owner) { Addresses = ["127.0.0.0/8", "::1"] });
        using var api = ApiCaller.With(portal, maker.Secret);
        var path = $"/v1/tenants/{company.Id}/api-keys";
        Assert.Equal("api_key.address_wider", (await api.Post(path, new { name = "anywhere", scopes = (string[])["invoice.read.all"] })).Body.Text("code"));
        var made = (await api.Post(path, new { name = "here", scopes = (string[])["invoice.read.all"], addresses = (string[])["127.0.0.1", "::1"] })).Body;
        using var child = ApiCaller.With(portal, made.Text("secret"));
        Assert.Equal(HttpStatusCode.OK, (await child.Get("/v1/invoices")).Status);

        await portal.Send(company.Owner, new SwitchApiKey(maker.Id, false));
        Assert.Equal(HttpStatusCode.Unauthorized, (await child.Get("/v1/invoices")).Status);
        await portal.Send(company.Owner, new SwitchApiKey(maker.Id, true));
        Assert.Equal(HttpStatusCode.OK, (await child.Get("/v1/invoices")).Status);
        await portal.Send(company.Owner, new RevokeApiKey(maker.Id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await child.Get("/v1/invoices")).Status);
    }
}
