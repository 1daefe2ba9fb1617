using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>Who is told that ANAF's authorisation ends, and when, by a clock that is moved: WarnOfAuthorization finds, TellOfAuthorization writes.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class AuthorizationTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Noon in winter, eleven or noon in summer: never near midnight.
    static readonly DateTimeOffset Ends = new(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(60), new TimeOnly(9, 0), TimeSpan.Zero);

    [Fact]
    public async Task Thirty_seven_and_one_day_before_and_when_it_has_ended_people_are_told_once()
    {
        var company = await Company.Create(portal, "ending", hooked: false);
        await portal.Send(company.Owner, new SaveConnection("anaf", true) { AccessUntil = Ends.AddDays(40), RenewableUntil = Ends });
        var clock = new MovableClock(TimeProvider.System.GetUtcNow());
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<TimeProvider>(clock), "--InvoiceSync:Roles=portal,api");
        var told = new List<long>();
        // Days to the end, and the hour: at four in the morning nobody is written to.
        foreach (var (days, hour) in ((int, int)[])[(31, 10), (30, 10), (29, 10), (6, 1), (6, 8), (1, 10), (0, 8), (0, 10), (-3, 10), (-31, 10)])
        {
            clock.Pass(Ends.AddDays(-days).AddHours(hour - 9) - clock.GetUtcNow());
            // Two at once collide on the key; the loser is asked again and finds nothing to tell.
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => node.Try(company.Machine, new WarnOfAuthorization())));
            told.Add(await Count($"select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name = 'TellOfAuthorization'"));
        }

        Assert.Equal([0, 1, 1, 1, 2, 3, 3, 4, 4, 4], told);
        Assert.Equal(0, (await node.Try(company.Viewer, new GetAuthorizationEnd())).OrThrow()!.DaysLeft);
        Assert.Null(await portal.Ask(company.Viewer, new GetAuthorizationEnd()));
        await portal.Send(company.Owner, new SaveConnection("anaf", true) { RenewableUntil = Ends.AddDays(365) });
        Assert.Null((await node.Try(company.Viewer, new GetAuthorizationEnd())).OrThrow());
    }

    [Fact]
    public async Task Those_who_can_renew_it_are_written_to_and_a_mail_told_again_is_the_same_mail()
    {
        var company = await Company.Create(portal, "ending-mail", hooked: false);
        Assert.Equal([company.Owner.Actor], (await portal.Ask(company.Machine, new ListRenewers())).Select(p => p.Id.ToString()));
        var tell = new TellOfAuthorization(new(2026, 12, 21), 7, 7, null);
        await portal.Send(company.Machine, tell);
        await portal.Send(company.Machine, tell);
        Assert.Equal(1L, await Count($"select count(*) from messaging.mails where key like 'authorization:{company.Id}:%'"));
        await portal.Send(company.Machine, tell with { DaysLeft = 1, Step = 1 });
        Assert.Equal(2L, await Count($"select count(*) from messaging.mails where key like 'authorization:{company.Id}:%'"));
    }

    async Task<long> Count(string sql) => (long)(await Database.Ask(portal.Database.Platform, sql, Ct))!;
}
