using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class NotificationsV1Tests(PortalUnderTest portal)
{
    const string Path = "/v1/notifications/webhook";
    const string Address = "https://hooks.example.invalid/x";

    [Fact]
    public async Task An_address_is_set_shown_tested_and_forgotten_and_its_secret_is_shown_when_it_is_made()
    {
        var (company, other) = (await Company.Create(portal, "v1-news", hooked: false), await Company.Create(portal, "v1-news-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        using var theirs = await ApiCaller.Of(portal, other, Roles.Owner);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await api.Get(Path)).Body.GetProperty("url").ValueKind);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "notification.address_missing"), await api.PostText(Path + "/test", "") is var none ? (none.Status, none.Body.Text("code")) : default);

        var (status, made, _) = await api.Change(HttpMethod.Put, Path, $$"""{"url":"{{Address}}"}""", null);
        Assert.Equal((HttpStatusCode.OK, 3), (status, made.GetProperty("events").GetArrayLength()));
        Assert.StartsWith("whsec_", made.Text("secret"), StringComparison.Ordinal);
        var again = (await api.Change(HttpMethod.Put, Path, $$"""{"url":"{{Address}}","events":["failed"]}""", null)).Body;
        Assert.Null(again.Text("secret"));
        var shown = (await api.Get(Path)).Body;
        Assert.Equal((Address, "failed", 1), (shown.Text("url"), shown.GetProperty("events")[0].GetString(), shown.GetProperty("events").GetArrayLength()));
        Assert.DoesNotContain("whsec_", shown.GetRawText(), StringComparison.Ordinal);
        var renewed = (await api.Change(HttpMethod.Put, Path, $$"""{"url":"{{Address}}","events":["failed"],"new_secret":true}""", null)).Body;
        Assert.NotEqual(made.Text("secret"), renewed.Text("secret"));
        Assert.StartsWith("whsec_", renewed.Text("secret"), StringComparison.Ordinal);

        Assert.Equal((false, "unreachable"), (await api.PostText(Path + "/test", "")).Body is var tested ? (tested.GetProperty("taken").GetBoolean(), tested.Text("problem")) : default);
        await portal.Send(company.Machine, new QueueNewsPost(NewsKind.Failed, "bat_1:1", "{}"));
        var message = Assert.Single((await Eventually.Seen(() => api.Get(Path), a => a.Body.GetProperty("messages") is var all && all.GetArrayLength() == 1 && all[0].GetProperty("tries").GetInt32() > 0)).Body.GetProperty("messages").EnumerateArray());
        Assert.Equal(("failed", "waiting", "unreachable"), (message.Text("event"), message.Text("state"), message.Text("problem")));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await theirs.Get(Path)).Body.GetProperty("url").ValueKind);
        Assert.Equal(0, (await theirs.Get(Path)).Body.GetProperty("messages").GetArrayLength());
        using var drop = new HttpRequestMessage(HttpMethod.Delete, Path);
        using var dropped = await api.Send(drop);
        Assert.Equal(HttpStatusCode.NoContent, dropped.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await api.Get(Path)).Body.GetProperty("url").ValueKind);
    }

    [Fact]
    public async Task A_key_without_the_scope_and_an_address_nobody_may_call_are_refused()
    {
        var company = await Company.Create(portal, "v1-news-refused", hooked: false);
        using var reader = await ApiCaller.Of(portal, company, Roles.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Change(HttpMethod.Put, Path, $$"""{"url":"{{Address}}"}""", null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostText(Path + "/test", "")).Status);
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        Assert.Equal("notification.address_refused /url", (await api.Change(HttpMethod.Put, Path, """{"url":"https://10.0.0.1/x"}""", null)).Body.Refusal());
        Assert.Equal("body.invalid /events/0", (await api.Change(HttpMethod.Put, Path, $$"""{"url":"{{Address}}","events":["nothing"]}""", null)).Body.Refusal());
        Assert.Equal("body.invalid /url", (await api.Change(HttpMethod.Put, Path, "{}", null)).Body.Refusal());
    }
}
