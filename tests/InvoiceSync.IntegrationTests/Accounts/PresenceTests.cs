using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>By what somebody shows that it is they, and whose proof does not count.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class PresenceTests(PortalUnderTest portal)
{
    static readonly byte[] Credential = [7, 7, 7, 7];

    [Fact]
    public async Task A_passkey_proves_its_own_person_in_their_own_living_session()
    {
        var (ana, thief) = (await Seated("present"), await Seated("absent"));
        Assert.False((await portal.Ask(ana, new GetPresenceWays())).HasPasskey);
        await portal.Send(ana with { ProvedAt = TimeProvider.System.GetUtcNow() }, new AddPasskey("Key", new(Credential, [1], 5, [], false, false)));
        Assert.Equal((true, true, 0), await Ways(ana));

        var proof = new ProvePresenceByPasskey(UserOf(ana), Credential, 6, false);
        Assert.Equal("passkey.refused", (await portal.Try(thief, proof)).Error!.Code);
        Assert.Equal("passkey.refused", (await portal.Try(ana, proof with { SignCount = 5 })).Error!.Code);
        Assert.True(await ProvedAt(ana) < TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(50));

        await portal.Send(ana, proof);
        Assert.True(await ProvedAt(ana) > TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5));
        Assert.True(await ProvedAt(thief) < TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task A_session_that_has_ended_is_proved_no_more()
    {
        var ana = await Seated("ended");
        await Sql($"update access.sessions set ended_at = now() where id = '{SessionOf(ana).Value}'");
        Assert.Equal("presence.refused", (await portal.Try(ana, new ProvePresence(Company.Password))).Error!.Code);
        Assert.False(await portal.Send(Caller.System(TenantId.Platform, "test"), new NotePresence(UserOf(ana), SessionOf(ana))));
    }

    // Signed in an hour ago.
    async Task<Caller> Seated(string name)
    {
        var ana = await portal.Person(name);
        var session = await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "d", "192.0.2.1"));
        await Sql($"update access.sessions set proved_at = proved_at - interval '1 hour' where user_id = '{ana.Id.Value}'");
        var who = (await portal.Send(Caller.Nobody, new WhoIs(session.Token, ana.Slug)))!;
        return ana.Caller with { Session = who.Session.ToString(), ProvedAt = who.ProvedAt };
    }

    async Task<(bool, bool, int)> Ways(Caller caller)
    {
        var ways = await portal.Ask(caller, new GetPresenceWays());
        return (ways.HasSecret, ways.HasPasskey, ways.Providers.Count);
    }

    async Task<DateTimeOffset> ProvedAt(Caller caller) => (DateTime)(await Sql($"select proved_at from access.sessions where id = '{SessionOf(caller).Value}'"))!;

    Task<object?> Sql(string sql) => Database.Ask(portal.Database.Platform, sql, TestContext.Current.CancellationToken);

    static UserId UserOf(Caller caller) => Ids.TryParse<UserId>(caller.Actor, out var id) ? id : default;

    static SessionId SessionOf(Caller caller) => Ids.TryParse<SessionId>(caller.Session, out var id) ? id : default;
}
