using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Messages our own code sends in a company's name: no role may, and what the vault sealed opens nowhere else.</summary>
public sealed class SsoInsidersTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Not_even_an_owner_may_send_them()
    {
        var scene = await SsoScene.Create(portal);
        Assert.Equal("permission.missing", await scene.Refusal(new EnterBySso(scene.Connection, scene.Ana())));
        Assert.Equal("permission.missing", await scene.Refusal(new FinishSsoIntent(scene.Connection, scene.Ana(), "intent", "192.0.2.7")));
        Assert.Equal("permission.missing", await scene.Refusal(new FailSsoIntent(scene.Connection, "intent", "reason", null)));
        Assert.Equal("permission.missing", await scene.Refusal(new NoteSsoAttempt(scene.Connection, "passed", null, null, null, "192.0.2.7")));
        Assert.Equal("permission.missing", await scene.Refusal(new SpendBreakGlassCode(default, "code")));
        Assert.Equal("permission.missing", await scene.Refusal(new SealSecret("purpose", "secret")));
    }

    [Fact]
    public async Task A_company_without_rules_keeps_nobody_out()
    {
        var scene = await SsoScene.Create(portal);
        Assert.Null(await portal.Ask(Caller.System(scene.Tenant, "test"), new GetEntryBar(false, null)));
    }

    [Fact]
    public async Task A_directory_names_people_and_groups_of_its_own_company_only()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var theirs = await portal.Send(other.Owner, new CreateScimUser(new($"bob@{other.Domain}", true)));
        var group = await portal.Send(other.Owner, new SaveScimGroup(null, new("theirs", null, [theirs])));
        Assert.Equal("scim.not_found", await mine.Refusal(new ReplaceScimUser(theirs, new("x", true))));
        Assert.Equal("scim.not_found", await mine.Refusal(new DeleteScimUser(theirs)));
        Assert.Equal("scim.not_found", await mine.Refusal(new DeleteScimGroup(group)));
        Assert.Empty((await portal.Ask(mine.Owner, new ListScimUsers(theirs))).Rows);
        Assert.Empty((await portal.Ask(mine.Owner, new ListScimGroups(group))).Rows);
        Assert.Single((await portal.Ask(other.Owner, new ListScimGroups(Member: theirs))).Rows);
    }

    [Fact]
    public async Task Nothing_is_proved_by_word_alone_when_another_company_shows_the_proof_first()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var domain = await portal.Send(mine.Owner, new ClaimSsoDomain(other.Domain));
        Assert.Equal("domain.owned", await mine.Refusal(new NoteSsoDomain(domain, true)));
        Assert.Equal("domain.not_found", await other.Refusal(new NoteSsoDomain(domain, true)));
    }

    [Fact]
    public async Task A_sealed_secret_opens_for_its_company_and_purpose_alone()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var box = await portal.Send(Caller.System(mine.Tenant, "test"), new SealSecret("purpose", "secret"));
        Assert.DoesNotContain("secret", box, StringComparison.Ordinal);
        Assert.Equal("secret", await portal.Ask(Caller.System(mine.Tenant, "test"), new OpenSecret("purpose", box)));
        foreach (var (tenant, purpose) in ((TenantId, string)[])[(mine.Tenant, "other purpose"), (other.Tenant, "purpose")])
            Assert.Equal("secret.unreadable", (await portal.As(Caller.System(tenant, "test"), d => d.Ask(new OpenSecret(purpose, box), TestContext.Current.CancellationToken))).Error!.Code);
    }
}
