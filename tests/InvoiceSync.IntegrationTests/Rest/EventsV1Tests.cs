using System.Net;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Webhooks;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class EventsV1Tests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_come_in_order_with_numbers_of_the_company_and_of_the_object_and_reading_on_misses_none()
    {
        var company = await Company.Create(portal, "v1-events", hooked: false);
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        var ids = new List<string>();
        for (var n = 0; n < 3; n++) ids.Add((await RestPortal.Issue(portal, company)).ToString());
        var first = (await api.Get("/v1/events?limit=2")).Body;
        Assert.True(first.GetProperty("has_more").GetBoolean());
        var second = (await api.Get($"/v1/events?after={first.Text("next_cursor")}")).Body;
        var all = Rows(first).Concat(Rows(second)).ToList();

        Assert.Equal(ids, all.Select(e => e.GetProperty("object").Text("id")));
        Assert.Equal([1, 2, 3], all.Select(e => e.GetProperty("sequence").GetInt64()));
        Assert.All(all, e => Assert.Equal(("invoice.issued", "invoice", 1L), (e.Text("type"), e.GetProperty("object").Text("type"), e.GetProperty("object").GetProperty("sequence").GetInt64())));
        Assert.Equal($$"""{"invoice":"{{ids[0]}}"}""", all[0].GetProperty("data").GetRawText());
        Assert.All(all, e => Assert.StartsWith("evt_", e.Text("id"), StringComparison.Ordinal));

        var quiet = (await api.Get($"/v1/events?after={second.Text("next_cursor")}")).Body;
        Assert.Equal((0, false, second.Text("next_cursor")), (Rows(quiet).Count, quiet.GetProperty("has_more").GetBoolean(), quiet.Text("next_cursor")));
        await RestPortal.Issue(portal, company);
        Assert.Equal(4, Assert.Single(Rows((await api.Get($"/v1/events?after={quiet.Text("next_cursor")}&type=invoice.*")).Body)).GetProperty("sequence").GetInt64());
        Assert.Empty(Rows((await api.Get("/v1/events?type=customer.*")).Body));
    }

    [Fact]
    public async Task An_event_whose_commit_took_long_comes_after_those_that_readers_have_passed()
    {
        var company = await Company.Create(portal, "v1-late", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        await RestPortal.Issue(portal, company);
        // Older by its id and time, but not committed while the other is read.
        await using var slow = new NpgsqlConnection(portal.Database.Platform);
        await slow.OpenAsync(Ct);
        await using var transaction = await slow.BeginTransactionAsync(Ct);
        await using var insert = new NpgsqlCommand($"insert into kernel.events select tenant_id, gen_random_uuid(), name, body, at - interval '10 minutes', actor, correlation_id from kernel.events where tenant_id = '{company.Id.Value}' and name = 'invoice.issued'", slow, transaction);
        Assert.Equal(1, await insert.ExecuteNonQueryAsync(Ct));

        var before = (await api.Get("/v1/events")).Body;
        Assert.Single(Rows(before));
        await transaction.CommitAsync(Ct);
        var late = Assert.Single(Rows((await api.Get($"/v1/events?after={before.Text("next_cursor")}")).Body));
        // The same invoice a second time: its own count goes on.
        Assert.Equal((2L, 2L), (late.GetProperty("sequence").GetInt64(), late.GetProperty("object").GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task Many_who_read_while_many_write_see_one_order_without_gap_or_repetition()
    {
        var company = await Company.Create(portal, "v1-many", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var writers = Task.WhenAll(Enumerable.Range(0, 24).Select(_ => RestPortal.Issue(portal, company)));
        var readers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var (seen, after) = (new List<string>(), "");
            while (seen.Count < 24)
            {
                var page = (await api.Get($"/v1/events?limit=5{(after.Length > 0 ? "&after=" : "")}{after}")).Body;
                seen.AddRange(Rows(page).Select(e => e.Text("id")!));
                after = page.Text("next_cursor") ?? "";
            }

            return string.Join(' ', seen);
        }));
        await writers;
        var order = Assert.Single(readers.Distinct()).Split(' ');
        Assert.Equal(24, order.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 24).Select(n => (long)n), Rows((await api.Get("/v1/events")).Body).Select(e => e.GetProperty("sequence").GetInt64()));
    }

    [Fact]
    public async Task Only_public_events_are_told_to_who_may_read_them_of_everybody_and_old_ones_to_nobody()
    {
        var (company, other) = (await Company.Create(portal, "v1-heard", hooked: false), await Company.Create(portal, "v1-unheard", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        await RestPortal.Issue(portal, company);
        await Database.Ask(portal.Database.Platform, $"insert into kernel.events select tenant_id, gen_random_uuid(), n, body, at, actor, correlation_id from kernel.events, unnest(array['filing.accepted', 'sale.ready', 'approval.given']) n where tenant_id = '{company.Id.Value}' and name = 'invoice.issued' returning 1", Ct);
        var told = Assert.Single(Rows((await api.Get("/v1/events")).Body));

        foreach (var scope in (string[])["invoice.read.own", "payment.read"])
        {
            using var less = ApiCaller.With(portal, (await portal.Send(company.Owner, new CreateApiKey(scope) { Scopes = [scope] })).Secret);
            Assert.Empty(Rows((await less.Get("/v1/events")).Body));
        }

        using var stranger = await ApiCaller.Of(portal, other);
        Assert.Empty(Rows((await stranger.Get("/v1/events")).Body));
        var unknown = await stranger.Get($"/v1/events?after={told.Text("id")}");
        Assert.Equal((HttpStatusCode.BadRequest, "event.unknown", "after"), (unknown.Status, unknown.Body.Text("code"), unknown.Body.GetProperty("errors")[0].Text("parameter")));
        foreach (var wrong in (string[])["after=x", "limit=0", "type=", "type=%27", "cursor=x"]) Assert.Equal((wrong, HttpStatusCode.BadRequest), (wrong, (await api.Get($"/v1/events?{wrong}")).Status));

        await Database.Ask(portal.Database.Platform, $"update webhooks.feed set at = at - interval '40 days' where tenant_id = '{company.Id.Value}' returning 1", Ct);
        Assert.Empty(Rows((await api.Get("/v1/events")).Body));
        await RestPortal.Issue(portal, company);
        await portal.Send(company.Machine, new ForgetEvents());
        Assert.Equal("invoice.issued", Assert.Single(Rows((await api.Get("/v1/events")).Body), e => e.Text("id") != told.Text("id")).Text("type"));
        Assert.Equal((0, 0L), (await portal.Send(company.Machine, new NumberEvents()), (await portal.Ask(company.Machine, new ListEvents(Type: "sale.*"))).Rows.Count));
    }

    static IReadOnlyList<JsonElement> Rows(JsonElement page) => [.. page.GetProperty("data").EnumerateArray()];
}
