using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>What the operator enters for all companies. A portal of its own: in a shared one every other test would see the outage.</summary>
public sealed class OperatorOutagesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const string Link = "https://www.anaf.ro/anunt";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task It_counts_for_every_company_as_its_own_and_none_of_them_ends_or_removes_it()
    {
        Company[] all = [await Company.Create(portal, "all-one", hooked: false), await Company.Create(portal, "all-two", hooked: false)];
        foreach (var company in all) await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"))), new()));
        var operating = Operating(all[0]);
        foreach (var refused in (Caller[])[all[0].Owner, all[0].Viewer])
            Assert.Equal("permission.missing", (await portal.Try(refused, new EnterOutageForAll(Now.AddHours(-30), null, Link))).Error?.Code);
        Assert.Equal("outage.source_invalid", (await portal.Try(operating, new EnterOutageForAll(Now.AddHours(-30), null, "they said so"))).Error?.Code);

        var outage = await portal.Send(operating, new EnterOutageForAll(Now.AddHours(-30), null, Link));
        foreach (var company in all)
        {
            Assert.Equal((outage, true, false, Link), Assert.Single(await portal.Ask(company.Viewer, new ListOutages())) is var o ? (o.Id, o.IsOperators, o.IsObserved, o.Source) : default);
            Assert.Equal(DutyRest.Now, await Rest(company));
            Assert.Equal(DutyRest.Now, Assert.Single((await portal.Ask(company.Viewer, new GetOverview())).DueNext).Rest);
            foreach (var change in (ICommand<Done>[])[new EndOutage(outage), new RemoveOutage(outage)]) Assert.Equal("outage.not_found", (await portal.Try(company.Owner, change)).Error?.Code);
            foreach (var change in (ICommand<Done>[])[new EndOutageForAll(outage), new RemoveOutageForAll(outage), new EndOperatorOutage(outage), new RemoveOperatorOutage(outage)])
                Assert.Equal("permission.missing", (await portal.Try(company.Owner, change)).Error?.Code);
            Assert.Equal("permission.missing", (await portal.Try(company.Owner, new KeepOperatorOutage(Now.AddHours(-30), null, Link, false))).Error?.Code);
        }

        Assert.Equal("outage.not_ended", (await portal.Try(operating, new RemoveOutageForAll(outage))).Error?.Code);
        await portal.Send(operating, new EndOutageForAll(outage));
        Assert.Equal("outage.ended", (await portal.Try(operating, new EndOutageForAll(outage))).Error?.Code);
        foreach (var company in all) Assert.Equal(DutyRest.None, await Rest(company)); // its first day is tomorrow at the earliest
        await portal.Send(operating, new RemoveOutageForAll(outage));
        foreach (var company in all) Assert.Empty(await portal.Ask(company.Viewer, new ListOutages()));
        Assert.Empty(await portal.Ask(operating, new ListOutagesForAll()));

        // The installation's log tells who did what; a company's tells nothing of it.
        foreach (var told in (string[])["outage.entered", "outage.ended", "outage.removed"])
            Assert.Equal((1L, 0L), (await Logged(TenantId.Platform, told, operating.Actor), await Logged(all[0].Id, told, operating.Actor) + await Logged(all[1].Id, told, operating.Actor)));
    }

    [Fact]
    public async Task An_outage_of_the_test_system_is_listed_and_suspends_nothing_whoever_knows_of_it()
    {
        var company = await Company.Create(portal, "all-test", hooked: false);
        await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"))), new()));
        var theirs = await portal.Send(Operating(company), new EnterOutageForAll(Now.AddHours(-30), null, Link, IsTest: true));
        var own = await portal.Send(company.Owner, new EnterOutage(Now.AddHours(-29), null, Link, IsTest: true));
        for (var i = 0; i < 7; i++) await portal.Send(company.Machine, new NoteProviderCall("anaf", "502", IsTest: true));
        await Database.Ask(portal.Database.Platform, $"update fiscal.provider_health set failing_since = now() - interval '28 hours' where tenant_id = '{company.Id.Value}'", Ct);
        await portal.Send(company.Machine, new NoteProviderCall("anaf", "502", IsTest: true));

        var listed = await portal.Ask(company.Viewer, new ListOutages());
        Assert.Equal([own, theirs], listed.Where(o => !o.IsObserved).Select(o => o.Id));
        Assert.Equal(3, listed.Count(o => o is { IsTest: true, Until: null }));
        Assert.Equal(DutyRest.None, await Rest(company));

        // The real system fails now, by a row of failures of its own; it is an outage beside the other one.
        for (var i = 0; i < 6; i++) await portal.Send(company.Machine, new NoteProviderCall("anaf", "502"));
        Assert.Equal(3, (await portal.Ask(company.Viewer, new ListOutages())).Count);
        await Database.Ask(portal.Database.Platform, $"update fiscal.provider_health set failing_since = now() - interval '26 hours' where tenant_id = '{company.Id.Value}'", Ct);
        await portal.Send(company.Machine, new NoteProviderCall("anaf", "502"));
        Assert.Equal(DutyRest.Now, await Rest(company));

        // An answer of the test system ends its own outage and not the real one's; the real one's answer ends what is left.
        await portal.Send(company.Machine, new NoteProviderCall("anaf", null, IsTest: true));
        Assert.Equal([false], (await portal.Ask(company.Viewer, new ListOutages())).Where(o => o is { IsObserved: true, Until: null }).Select(o => o.IsTest));
        await portal.Send(company.Machine, new NoteProviderCall("anaf", null));
        Assert.DoesNotContain(await portal.Ask(company.Viewer, new ListOutages()), o => o is { IsObserved: true, Until: null });
        await portal.Send(Operating(company), new EndOutageForAll(theirs));
        await portal.Send(Operating(company), new RemoveOutageForAll(theirs));
    }

    [Fact]
    public async Task Only_whom_the_configuration_names_has_the_page_and_only_by_a_sign_in_of_their_own()
    {
        var company = await Company.Create(portal, "all-page", hooked: false);
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal,api", $"--Access:Operators:0={company.Owner.Actor}");
        using var named = await Browser.SignedIn(node.Address, company.Email);
        using var viewer = await Browser.SignedIn(node.Address, $"viewer@{company.Slug}.example");
        using var elsewhere = await Browser.SignedIn(portal.Address, company.Email); // the same person, where nobody is named
        var page = $"/t/{company.Slug}/operator/outages";
        Assert.Equal((HttpStatusCode.OK, true), (await named.Get(page)) is var shown ? (shown.Status, shown.Text.Contains("name=\"Source\"", StringComparison.Ordinal)) : default);
        foreach (var refused in (Browser[])[viewer, elsewhere]) Assert.NotEqual(HttpStatusCode.OK, (await refused.Get(page)).Status);

        Assert.True(await MayOperate());
        await Database.Ask(portal.Database.Platform, $"update access.sessions set break_glass_for = '{company.Id.Value}' where user_id = '{UserOf(company).Value}'", Ct);
        Assert.False(await MayOperate());

        async Task<bool> MayOperate()
        {
            foreach (var cookie in named.Cookies)
                if ((await node.Try(Caller.Nobody, new WhoIs(cookie.Value, company.Slug))).OrThrow() is { } who) return who.Grant!.Permissions.Contains("platform.outages");
            throw new InvalidOperationException("No cookie is a session.");
        }
    }

    static UserId UserOf(Company company) => Ids.TryParse<UserId>(company.Owner.Actor, out var id) ? id : throw new InvalidOperationException(company.Owner.Actor);

    // As WhoIs lets a person in whom the configuration names.
    static Caller Operating(Company company) => company.Owner with { Permissions = new HashSet<string>(company.Owner.Permissions) { "platform.outages" } };

    async Task<DutyRest> Rest(Company company) => Assert.Single((await portal.Ask(company.Viewer, new GetDeadlines())).Rows).Rest;

    async Task<long> Logged(TenantId tenant, string happened, string by) =>
        (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from audit.log where tenant_id = '{tenant.Value}' and event_type = '{happened}' and resource_type = 'operator_outage' and actor_id = '{by}'", Ct))!;
}
