using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Who is let in by a company's own provider, as whom, and into which company.</summary>
public sealed class SignInBySsoTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Somebody_new_of_a_proved_domain_gets_the_default_role_and_comes_back_as_the_same_person()
    {
        var scene = await SsoScene.Create(portal);
        var first = await scene.Who(await scene.Entered(scene.Ana()));
        var again = await scene.Who(await scene.Entered(scene.Ana() with { Email = "other@elsewhere.example", Name = "Ana Marin" }));
        Assert.Equal([Roles.Viewer], first!.Grant!.Roles);
        Assert.Equal(first.User, again!.User);
        Assert.Equal("Ana Marin", again.Name);
    }

    [Fact]
    public async Task A_session_enters_the_company_of_its_connection_and_no_other()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var session = await mine.Entered(mine.Ana());
        Assert.Equal([mine.Slug], session.TenantSlugs);
        await portal.Send(SetUp, new AddPerson($"ana@{mine.Domain}", "Ana", Company.Password, other.Tenant, Roles.Owner));
        Assert.NotNull((await mine.Who(session))!.Grant);
        Assert.Null((await mine.Who(session, other.Slug))!.Grant);
    }

    [Theory]
    [InlineData("ana@elsewhere.example", true, "sso.domain_unproved")]
    [InlineData("ana@{0}", false, "sso.email_unverified")]
    [InlineData(null, true, "sso.email_unverified")]
    [InlineData("ana@x@{0}", true, "sso.email_unverified")]
    [InlineData("ana@sub.{0}", true, "sso.domain_unproved")]
    public async Task Nobody_new_enters_without_a_confirmed_address_of_a_proved_domain(string? email, bool verified, string code)
    {
        var scene = await SsoScene.Create(portal);
        var who = scene.Ana() with { Email = email?.Replace("{0}", scene.Domain, StringComparison.Ordinal), EmailVerified = verified };
        Assert.Equal(code, await scene.Refused(who));
        Assert.Equal(0L, await scene.Ask($"select count(*) from access.sso_logins where tenant_id = '{scene.Tenant.Value}'"));
        Assert.Equal(code, await scene.Ask($"select outcome from access.sso_attempts where tenant_id = '{scene.Tenant.Value}'"));
    }

    [Fact]
    public async Task A_domain_another_company_proved_lets_nobody_in()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        Assert.Equal("sso.domain_unproved", await mine.Refused(mine.Ana() with { Email = $"ana@{other.Domain}" }));
    }

    [Fact]
    public async Task A_member_with_a_password_is_tied_only_when_allowed_and_only_once()
    {
        var scene = await SsoScene.Create(portal);
        var member = await scene.Person($"ana@{scene.Domain}", Roles.Viewer);
        Assert.Equal("sso.link_needed", await scene.Refused(scene.Ana()));
        await portal.Send(scene.Owner, new AllowSsoLink(member));
        Assert.Equal(member, (await scene.Who(await scene.Entered(scene.Ana())))!.User);
        Assert.Equal("sso.link_needed", await scene.Refused(scene.Ana("somebody who got the address later")));
    }

    [Fact]
    public async Task A_person_of_another_company_is_neither_tied_nor_told_of()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        var theirs = await other.Person($"ana@{mine.Domain}");
        var entered = await mine.Who(await mine.Entered(mine.Ana()));
        Assert.NotEqual(theirs, entered!.User);
        Assert.Equal($"ana@{mine.Domain}", entered.Email);
    }

    [Fact]
    public async Task Subjects_and_issuers_are_compared_letter_by_letter()
    {
        var scene = await SsoScene.Create(portal);
        var ana = await scene.Who(await scene.Entered(scene.Ana("ana")));
        var other = await scene.Who(await scene.Entered(scene.Ana("ANA") with { Email = $"ana2@{scene.Domain}" }));
        var moved = await scene.Who(await scene.Entered(scene.Ana("ana") with { Issuer = "https://id.exemplu.test/", Email = $"ana3@{scene.Domain}" }));
        Assert.Equal(3, new[] { ana!.User, other!.User, moved!.User }.Distinct().Count());
    }

    [Fact]
    public async Task A_switched_off_connection_lets_nobody_in_and_ends_what_it_opened()
    {
        var scene = await SsoScene.Create(portal);
        var session = await scene.Entered(scene.Ana());
        await portal.Send(scene.Owner, new DisableSsoConnection(scene.Connection));
        Assert.Null(await scene.Who(session));
        Assert.Equal("sso.disabled", await scene.Refused(scene.Ana()));
    }

    [Theory]
    [InlineData("", "ana")]
    [InlineData("https://id.exemplu.test", "")]
    [InlineData("https://id.exemplu.test", "an\na")]
    public async Task An_identity_that_cannot_be_known_again_is_nobody(string issuer, string subject)
    {
        var scene = await SsoScene.Create(portal);
        Assert.Equal("sso.identity_unusable", await scene.Refused(scene.Ana() with { Issuer = issuer, Subject = subject }));
        Assert.Equal("sso.identity_unusable", await scene.Refused(scene.Ana(new('s', 256))));
    }

    [Fact]
    public async Task The_provider_may_end_the_session_earlier_but_not_later()
    {
        var scene = await SsoScene.Create(portal);
        var now = TimeProvider.System.GetUtcNow();
        Assert.True((await scene.Entered(scene.Ana() with { EndsAt = now.AddHours(1) })).EndsAt <= now.AddHours(1));
        Assert.True((await scene.Entered(scene.Ana() with { EndsAt = now.AddDays(99) })).EndsAt <= now.AddHours(9));
    }

    static Caller SetUp => new(null, "set-up", new HashSet<string> { "platform.manage" });
}
