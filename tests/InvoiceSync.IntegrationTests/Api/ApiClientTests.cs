using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>A key from the day it is made to the day it ends, asked over HTTP.</summary>
public sealed class ApiClientTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const string Reading = "/api/stripe/invoices";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_secrets_open_a_key_that_is_exchanged_until_the_old_one_ends()
    {
        var company = await Company.Create(portal, "exchange", hooked: false);
        var first = await portal.Send(company.Owner, new CreateApiKey("exchange"));
        var second = await portal.Send(company.Owner, new RotateApiKey(first.Id, 24));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await Status(first.Secret), await Status(second.Secret)));
        Assert.Equal(ApiKeyState.Exchanging, (await portal.Ask(company.Owner, new GetApiKey(first.Id))).State);

        var third = await portal.Send(company.Owner, new RotateApiKey(first.Id, 0));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await Status(first.Secret), await Status(second.Secret), await Status(third.Secret)));
    }

    [Fact]
    public async Task Switched_off_it_opens_nothing_and_switched_on_again_it_does()
    {
        var company = await Company.Create(portal, "switch", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("switch"));
        await portal.Send(company.Owner, new SwitchApiKey(key.Id, false));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(key.Secret));
        await portal.Send(company.Owner, new SwitchApiKey(key.Id, true));
        Assert.Equal(HttpStatusCode.OK, await Status(key.Secret));
    }

    [Fact]
    public async Task From_another_address_it_is_told_so_and_no_header_makes_it_another()
    {
        var company = await Company.Create(portal, "addresses", hooked: false);
        var here = await portal.Send(company.Owner, new CreateApiKey("here") { Addresses = ["127.0.0.0/8", "::1"] });
        var there = await portal.Send(company.Owner, new CreateApiKey("there") { Addresses = ["203.0.113.0/24"] });
        Assert.Equal(HttpStatusCode.OK, await Status(here.Secret));

        using var elsewhere = ApiCaller.With(portal, there.Secret);
        var refused = await elsewhere.Get(Reading);
        Assert.Equal((HttpStatusCode.Forbidden, "api_key.address_refused"), (refused.Status, refused.Body.Text("code")));
        foreach (var header in (string[])["X-Forwarded-For", "Forwarded", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP"])
            Assert.Equal(HttpStatusCode.Forbidden, await Status(there.Secret, (header, header == "Forwarded" ? "for=203.0.113.5" : "203.0.113.5")));
    }

    [Fact]
    public async Task It_may_what_it_was_given_and_nobody_gives_what_they_do_not_hold()
    {
        var company = await Company.Create(portal, "scopes", hooked: false);
        var reader = await portal.Send(company.Owner, new CreateApiKey("payments only") { Scopes = ["payment.read"] });
        Assert.Equal(HttpStatusCode.Forbidden, await Status(reader.Secret));
        await portal.Send(company.Owner, new EditApiKey(reader.Id, "more", ["payment.read", "invoice.read.all"], [], null));
        Assert.Equal(HttpStatusCode.OK, await Status(reader.Secret));

        var admin = new Caller(company.Id, (await Person(company, "admin", Roles.Admin)).ToString(), Roles.Of(Roles.Admin));
        Assert.Equal("api_key.scope_not_held", await Refused(admin, new CreateApiKey("too much") { Scopes = ["billing.manage"] }));
        Assert.Equal("api_key.scope_not_held", await Refused(admin, new EditApiKey(reader.Id, "too much", ["billing.manage"], [], null)));
        var owners = await portal.Send(company.Owner, new CreateApiKey("an owner's", Roles.Owner));
        Assert.Equal("api_key.scope_not_held", await Refused(admin, new RotateApiKey(owners.Id, 0)));
        var copied = await portal.Send(admin, new CreateApiKey("as much as an owner, as far as I may", Roles.Owner));
        Assert.DoesNotContain("billing.manage", (await portal.Ask(company.Owner, new GetApiKey(copied.Id))).Scopes);
    }

    [Fact]
    public async Task When_its_maker_may_less_the_key_may_less_and_when_they_leave_it_stops_until_somebody_answers_for_it()
    {
        var company = await Company.Create(portal, "maker", hooked: false);
        var maker = await Person(company, "maker", Roles.Admin);
        var key = await portal.Send(new Caller(company.Id, maker.ToString(), Roles.Of(Roles.Admin)), new CreateApiKey("maker's", Roles.Admin));
        Assert.Equal(HttpStatusCode.OK, await Status(key.Secret));

        await SetRoles(maker, "[\"TeamMember\"]");
        var narrowed = await portal.Ask(company.Owner, new GetApiKey(key.Id));
        Assert.Contains("integration.manage", narrowed.Lost);
        Assert.DoesNotContain("customer.read", narrowed.Lost);

        await Databases.Database.Ask(portal.Database.Platform, $"delete from access.memberships where user_id = '{maker.Value}' returning 1", Ct);
        using var orphan = ApiCaller.With(portal, key.Secret);
        var stopped = await orphan.Get(Reading);
        Assert.Equal((HttpStatusCode.Forbidden, "api_key.suspended"), (stopped.Status, stopped.Body.Text("code")));
        Assert.True((await portal.Ask(company.Owner, new GetApiKey(key.Id))).IsSuspended);

        await portal.Send(company.Owner, new AdoptApiKey(key.Id));
        Assert.Equal(HttpStatusCode.OK, await Status(key.Secret));
    }

    [Fact]
    public async Task Its_use_is_counted_by_day_with_the_last_time_and_address()
    {
        var company = await Company.Create(portal, "usage", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("counted"));
        for (var n = 0; n < 7; n++) await Status(key.Secret);
        await portal.Services.GetRequiredService<KeyUsage>().Flush(Ct);

        var seen = await portal.Ask(company.Owner, new GetApiKey(key.Id));
        Assert.Equal((7, 7), (seen.Uses[^1].Calls, seen.Uses.Sum(u => u.Calls)));
        Assert.Equal(GetApiKey.Days, seen.Uses.Count);
        Assert.Equal("127.0.0.1", seen.LastUsedFrom);
        Assert.NotNull((await portal.Ask(company.Owner, new ListApiKeys())).Single().LastUsedAt);
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        var company = await Company.Create(portal, "expired", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("short") { ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1) });
        Assert.Equal(HttpStatusCode.OK, await Status(key.Secret));
        await Databases.Database.Ask(portal.Database.Platform, $"update access.api_keys set expires_at = now() - interval '1 second' where id = '{key.Id.Value}' returning 1", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(key.Secret));
    }

    async Task<UserId> Person(Company company, string name, string role) =>
        await portal.Send(new Caller(null, "set-up", new HashSet<string> { "platform.manage" }), new AddPerson($"{name}@{company.Slug}.example", name, Company.Password, company.Id, role));

    Task SetRoles(UserId person, string roles) =>
        Databases.Database.Ask(portal.Database.Platform, $"update access.memberships set roles = '{roles}' where user_id = '{person.Value}' returning 1", Ct);

    async Task<string?> Refused<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, Ct))).Error?.Code;

    async Task<HttpStatusCode> Status(string key, (string Name, string Value)? header = null)
    {
        using var http = portal.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Reading, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", key);
        if (header is { } extra) request.Headers.TryAddWithoutValidation(extra.Name, extra.Value);
        using var answer = await http.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
