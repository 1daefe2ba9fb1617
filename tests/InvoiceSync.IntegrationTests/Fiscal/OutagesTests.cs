using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>When a provider is down: seen by our own calls, or entered by a person, and what the radar says of it.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class OutagesTests(PortalUnderTest portal)
{
    const string Link = "https://www.anaf.ro/anunt";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Half_an_hour_of_failed_calls_is_an_outage_from_the_first_of_them_to_the_first_answer()
    {
        var company = await Company.Create(portal, "outage-seen", hooked: false);
        await Fail(times: 7);
        Assert.Empty(await portal.Ask(company.Viewer, new ListOutages())); // for a moment only

        await Database.Ask(portal.Database.Platform, $"update fiscal.provider_health set failing_since = now() - interval '26 hours' where tenant_id = '{company.Id.Value}' and id = 'smartbill'", Ct);
        await Fail(times: 2);
        var seen = Assert.Single(await portal.Ask(company.Viewer, new ListOutages()));
        Assert.Equal(("smartbill", null, true, null), (seen.Provider, seen.Until, seen.IsObserved, seen.Source));
        Assert.Equal(Now.AddHours(-26), seen.From, TimeSpan.FromMinutes(1));
        Assert.Equal("outage.not_ended", (await portal.As(company.Owner, d => d.Send(new RemoveOutage(seen.Id), Ct))).Error?.Code);

        await portal.Send(company.Machine, new NoteProviderCall("smartbill", null));
        await portal.Send(company.Machine, new NoteProviderCall("smartbill", null));
        Assert.Equal(Now, Assert.Single(await portal.Ask(company.Viewer, new ListOutages())).Until!.Value, TimeSpan.FromMinutes(1));
        await Fail(times: 7);
        Assert.Single(await portal.Ask(company.Viewer, new ListOutages()));
        await portal.Send(company.Owner, new RemoveOutage(seen.Id));
        Assert.Empty(await portal.Ask(company.Viewer, new ListOutages()));

        async Task Fail(int times)
        {
            for (var i = 0; i < times; i++) await portal.Send(company.Machine, new NoteProviderCall("smartbill", "502"));
        }
    }

    [Fact]
    public async Task What_ANAF_announced_is_entered_with_its_source_and_stands_on_the_radar_while_it_lasts()
    {
        var (company, other) = (await Company.Create(portal, "outage-told", hooked: false), await Company.Create(portal, "outage-other", hooked: false));
        var parked = await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"))), new()));
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new EnterOutage(Now.AddHours(-30), null, Link), Ct))).Error?.Code);
        Assert.Equal("outage.source_invalid", (await portal.As(company.Owner, d => d.Send(new EnterOutage(Now.AddHours(-30), null, "they said so"), Ct))).Error?.Code);
        await portal.Send(company.Owner, new EnterOutage(Now.AddDays(-90), Now.AddDays(-89), Link));
        Assert.Equal(DutyRest.None, (await Row()).Rest); // long before its days
        var outage = await portal.Send(company.Owner, new EnterOutage(Now.AddHours(-30), null, Link));
        Assert.Equal((parked.Sale, DutyRest.Now), ((await Row()).Sale, (await Row()).Rest));
        Assert.Equal(2, (await portal.Ask(company.Viewer, new GetDeadlines())).Outages.Count);
        Assert.Equal(DutyRest.Now, Assert.Single((await portal.Ask(company.Viewer, new GetOverview())).DueNext).Rest);

        Assert.Empty(await portal.Ask(other.Owner, new ListOutages()));
        Assert.Equal("outage.not_found", (await portal.As(other.Owner, d => d.Send(new EndOutage(outage), Ct))).Error?.Code);
        await portal.Send(company.Owner, new EndOutage(outage));
        Assert.Equal("outage.ended", (await portal.As(company.Owner, d => d.Send(new EndOutage(outage), Ct))).Error?.Code);
        Assert.Equal(DutyRest.None, (await Row()).Rest); // its first day is tomorrow at the earliest

        async Task<Deadline> Row() => Assert.Single((await portal.Ask(company.Viewer, new GetDeadlines())).Rows);
    }
}
