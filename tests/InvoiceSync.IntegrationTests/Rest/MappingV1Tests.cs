using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class MappingV1Tests(PortalUnderTest portal)
{
    const string Path = "/v1/mapping-rules";

    [Fact]
    public async Task The_rules_are_read_written_changed_and_tried_on_a_real_sale()
    {
        var (company, other) = (await Company.Create(portal, "v1-mapping", hooked: false), await Company.Create(portal, "v1-mapping-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        using var theirs = await ApiCaller.Of(portal, other, Roles.Owner);
        Assert.Equal((0, false), (await api.Get(Path)).Body is var first ? (first.GetProperty("fields").GetArrayLength(), first.GetProperty("sells_goods").GetBoolean()) : default);

        var (written, rules, version) = await api.Change(HttpMethod.Put, Path, """{"sells_goods":true,"fields":[{"key":"practice_kind","to":"order"}]}""", "\"0\"");
        Assert.Equal((HttpStatusCode.OK, true, "order"), (written, rules.GetProperty("sells_goods").GetBoolean(), rules.GetProperty("fields")[0].Text("to")));
        var (changed, now, _) = await api.Patch(Path, """{"exemption_law":"art. 292"}""", version!);
        Assert.Equal((HttpStatusCode.OK, "art. 292", 1), (changed, now.Text("exemption_law"), now.GetProperty("fields").GetArrayLength()));
        Assert.Equal("version.stale", (await api.Patch(Path, """{"sells_goods":false}""", version!)).Body.Text("code"));
        Assert.Equal("mapping.key_invalid /fields", (await api.Change(HttpMethod.Put, Path, """{"fields":[{"key":"po","to":"order"},{"key":"PO","to":"note"}]}""", "*")).Body.Refusal());
        Assert.Equal("body.invalid /fields/0/to", (await api.Change(HttpMethod.Put, Path, """{"fields":[{"key":"po","to":"bt-13"}]}""", "*")).Body.Refusal());

        var sale = Assert.Single(await portal.Practice.Sell(company.Slug, "eur"));
        var tried = (await api.PostText(Path + "/test", $$"""{"source_id":"{{sale}}"}""")).Body;
        Assert.Equal(("order", "eur"), (tried.GetProperty("keys")[0].Text("becomes"), tried.GetProperty("document").Text("order")));
        Assert.Equal("mapping.source_id_invalid /source_id", (await api.PostText(Path + "/test", """{"source_id":"cus_1"}""")).Body.Refusal());
        Assert.Equal(0, (await theirs.Get(Path)).Body.GetProperty("fields").GetArrayLength());
    }

    [Fact]
    public async Task A_key_without_the_scope_and_a_change_without_its_version_are_refused()
    {
        var company = await Company.Create(portal, "v1-mapping-scope", hooked: false);
        using var reader = await ApiCaller.Of(portal, company, Roles.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Path)).Status);
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        Assert.Equal((HttpStatusCode)428, (await api.Change(HttpMethod.Put, Path, """{"sells_goods":true}""", null)).Status);
    }
}
