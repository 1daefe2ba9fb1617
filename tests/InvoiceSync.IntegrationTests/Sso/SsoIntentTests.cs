using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Tests, links and proofs: begun by somebody signed in, finished once, and nobody is signed in by them.</summary>
public sealed class SsoIntentTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owners_test_shows_the_claims_proves_the_connection_and_ties_the_owner()
    {
        var scene = await SsoScene.Create(portal);
        var outcome = (await scene.Enter(scene.Ana() with { Email = $"owner@{scene.Domain}" }, await Begin(scene))).OrThrow();
        Assert.Null(outcome.Session);
        Assert.Equal($"/t/{scene.Slug}/settings/sso/{scene.Connection}", outcome.Home);
        Assert.NotNull((await portal.Ask(scene.Owner, new ListSsoConnections())).Single().ProvedAt);
        Assert.Contains("ana@", (string)(await scene.Ask($"select claims::text from access.sso_attempts where outcome = 'passed' and tenant_id = '{scene.Tenant.Value}'"))!, StringComparison.Ordinal);
        Assert.Equal(scene.Owner.Actor, (await scene.Who(await scene.Entered(scene.Ana())))!.User.ToString());

        await portal.Send(scene.Owner, new UpdateSsoConnection(scene.Connection, Settings: new Dictionary<string, string> { ["issuer"] = "https://changed.test" }));
        Assert.Null((await portal.Ask(scene.Owner, new ListSsoConnections())).Single().ProvedAt);
    }

    [Fact]
    public async Task A_test_that_would_not_let_in_proves_nothing()
    {
        var scene = await SsoScene.Create(portal);
        await scene.Enter(scene.Ana() with { EmailVerified = false }, await Begin(scene));
        Assert.Null((await portal.Ask(scene.Owner, new ListSsoConnections())).Single().ProvedAt);
        Assert.Equal("sso.email_unverified", await scene.Ask($"select outcome from access.sso_attempts where tenant_id = '{scene.Tenant.Value}'"));
    }

    [Fact]
    public async Task A_link_ties_whoever_began_it_once()
    {
        var scene = await SsoScene.Create(portal);
        var member = await scene.Person($"mine@{scene.Slug}.other");
        var caller = new Caller(scene.Tenant, member.ToString(), Roles.Of(Roles.Viewer));
        var intent = Token(await portal.Send(caller, new BeginSsoLink(scene.Connection)));
        Assert.Equal($"/t/{scene.Slug}/account/security?company-sign-in=tied", (await scene.Enter(scene.Ana(), intent)).OrThrow().Home);
        Assert.Equal("sso.intent_expired", (await scene.Enter(scene.Ana(), intent)).Error!.Code);
        Assert.Equal(member, (await scene.Who(await scene.Entered(scene.Ana())))!.User);
    }

    [Fact]
    public async Task An_intent_of_another_company_is_unknown()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        Assert.Equal("sso.intent_expired", (await mine.Enter(mine.Ana(), await Begin(other))).Error!.Code);
        Assert.Equal("sso.intent_expired", (await mine.Enter(mine.Ana(), new('x', 100_000))).Error!.Code);
    }

    [Fact]
    public async Task A_fresh_sign_in_at_the_provider_opens_dangerous_acts_for_the_session_that_asked_and_no_other()
    {
        var scene = await SsoScene.Create(portal);
        var (here, there) = (await Old(scene), await Old(scene));
        Assert.Equal("presence.unproved", (await portal.As(here.Caller, d => d.Send(new AskProof(), Ct))).Error?.Code);

        var intent = Token(await portal.Send(here.Caller, new BeginSsoProof(scene.Connection)));
        var outcome = (await scene.Enter(scene.Ana() with { AuthenticatedAt = TimeProvider.System.GetUtcNow() }, intent)).OrThrow();
        Assert.Equal((null, $"/t/{scene.Slug}/account/proved"), (outcome.Session, outcome.Home));
        var fresh = here.Caller with { ProvedAt = (await scene.Who(here.Session))!.ProvedAt };
        Assert.True((await portal.As(fresh, d => d.Send(new AskProof(), Ct))).IsOk);
        Assert.True((await scene.Who(there.Session))!.ProvedAt < fresh.ProvedAt - TimeSpan.FromMinutes(50));
        Assert.Equal("sso.intent_expired", (await scene.Enter(scene.Ana() with { AuthenticatedAt = TimeProvider.System.GetUtcNow() }, intent)).Error!.Code);
    }

    [Fact]
    public async Task A_sign_in_of_before_one_without_a_time_and_one_of_somebody_else_prove_nothing()
    {
        var scene = await SsoScene.Create(portal);
        var (caller, session) = await Old(scene);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (who, code) in new[]
        {
            (scene.Ana() with { AuthenticatedAt = now - TimeSpan.FromMinutes(5) }, "sso.proof_old"),
            (scene.Ana(), "sso.proof_old"),
            (scene.Ana("bogdan") with { Email = $"bogdan@{scene.Domain}", AuthenticatedAt = now }, "sso.proof_foreign"),
        })
            Assert.Equal(code, (await scene.Enter(who, Token(await portal.Send(caller, new BeginSsoProof(scene.Connection))))).Error!.Code);

        Assert.True((await scene.Who(session))!.ProvedAt < now - TimeSpan.FromMinutes(50));
        Assert.Equal(["sso.proof_foreign", "sso.proof_old", "sso.proof_old"], (await portal.Ask(scene.Owner, new ListSsoAttempts(scene.Connection))).Select(a => a.Outcome).Where(o => o != "passed"));
    }

    [Fact]
    public async Task A_failure_of_the_protocol_is_told_to_the_administrators_with_its_reason()
    {
        var scene = await SsoScene.Create(portal);
        var intent = await Begin(scene);
        await portal.Send(Caller.Nobody, new NoteSsoFailure(scene.Connection, "signature.wrong", "kid 7 is unknown", "192.0.2.7", intent));
        await portal.Send(Caller.Nobody, new NoteSsoFailure(scene.Connection, "state.missing", null, "192.0.2.7"));
        Assert.Equal("signature.wrong,state.missing", await scene.Ask($"select string_agg(outcome, ',' order by outcome) from access.sso_attempts where tenant_id = '{scene.Tenant.Value}'"));
        Assert.Equal("sso.intent_expired", (await scene.Enter(scene.Ana(), intent)).Error!.Code);
        Assert.Equal([("state.missing", false), ("signature.wrong", true)], (await portal.Ask(scene.Owner, new ListSsoAttempts(scene.Connection))).Select(a => (a.Outcome, a.IsTest)));
    }

    // Somebody who came by the provider an hour ago.
    async Task<(Caller Caller, SignIn.Session Session)> Old(SsoScene scene)
    {
        var session = await scene.Entered(scene.Ana());
        var id = (await scene.Who(session))!.Session;
        await scene.Ask($"update access.sessions set proved_at = proved_at - interval '1 hour' where id = '{id.Value}'");
        var who = (await scene.Who(session))!;
        return (new(scene.Tenant, who.User.ToString(), Roles.Of(Roles.Viewer)) { Session = id.ToString(), ProvedAt = who.ProvedAt }, session);
    }

    async Task<string> Begin(SsoScene scene) => Token(await portal.Send(scene.Owner, new BeginSsoTest(scene.Connection)));

    static string Token(string address) => address[(address.IndexOf("intent=", StringComparison.Ordinal) + 7)..].Split('&')[0];
}
