using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A company that wants its own sign-in only, and the owner who gets in on the day it does not work.</summary>
public sealed class EnforcementTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_cannot_be_required_before_an_owner_has_proved_it_and_has_codes_for_its_failure()
    {
        var scene = await SsoScene.Create(portal);
        Assert.Equal("entry.proof_missing", await scene.Refusal(new SetSsoMode(SsoMode.Required)));
        await scene.Prove();
        Assert.Equal("entry.codes_missing", await scene.Refusal(new SetSsoMode(SsoMode.Required)));
        await portal.Send(scene.Owner, new MakeBreakGlassCodes());
        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Required));
        var rules = await portal.Ask(scene.Owner, new GetEntryRules());
        Assert.InRange(rules.RequiredFrom!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));
        Assert.Equal("entry.last_door", await scene.Refusal(new DisableSsoConnection(scene.Connection)));

        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Required));
        Assert.Equal(rules.RequiredFrom, (await portal.Ask(scene.Owner, new GetEntryRules())).RequiredFrom);
    }

    [Fact]
    public async Task In_the_week_of_grace_both_doors_are_open_and_afterwards_one()
    {
        var scene = await SsoScene.Required(portal);
        var (byPassword, bySso) = (await scene.Password($"owner@{scene.Domain}"), await scene.Entered(scene.Ana("bob") with { Email = $"bob@{scene.Domain}" }));
        Assert.NotNull((await scene.Who(byPassword))!.Grant);

        await scene.EndGrace();
        var kept = await scene.Who(byPassword);
        Assert.Equal((null, EntryBar.SsoRequired), (kept!.Grant, kept.Bar!.Value));
        Assert.NotNull((await scene.Who(bySso))!.Grant);

        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Mixed));
        Assert.NotNull((await scene.Who(byPassword))!.Grant);
    }

    [Fact]
    public async Task Switched_off_nobody_comes_by_the_provider()
    {
        var scene = await SsoScene.Create(portal);
        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Off));
        Assert.Equal("sso.disabled", await scene.Refused(scene.Ana()));
        Assert.Empty(await portal.Send(Caller.Nobody, new FindSsoDoors(scene.Slug)));
    }

    [Fact]
    public async Task A_code_opens_once_for_the_owner_it_names_and_for_nobody_else()
    {
        var scene = await SsoScene.Required(portal);
        var codes = (await portal.Send(scene.Owner, new MakeBreakGlassCodes())).Codes;
        Assert.Equal(8, codes.Distinct().Count());
        var other = await scene.Person($"second@{scene.Domain}", Roles.Owner);
        await scene.Person($"viewer@{scene.Domain}");
        await scene.EndGrace();
        var mine = await scene.Password($"owner@{scene.Domain}");

        Assert.Equal("entry.code_wrong", await Use(scene, await scene.Password($"second@{scene.Domain}"), codes[0]));
        Assert.Equal("entry.code_wrong", await Use(scene, await scene.Password($"viewer@{scene.Domain}"), codes[0]));
        foreach (var wrong in (string[])["", "0000-0000-0000-0000", codes[0][..^1], new('x', 100_000)]) Assert.Equal("entry.code_wrong", await Use(scene, mine, wrong));
        Assert.Equal("entry.owners_only", (await portal.As(new Caller(scene.Tenant, (await scene.Person($"admin@{scene.Domain}", Roles.Admin)).ToString(), Roles.Of(Roles.Admin)), d => d.Send(new MakeBreakGlassCodes(), Ct))).Error!.Code);

        Assert.Null(await Use(scene, mine, $" {codes[0].ToUpperInvariant().Replace('-', ' ')} "));
        Assert.NotNull((await scene.Who(mine))!.Grant);
        Assert.Equal("entry.code_wrong", await Use(scene, mine, codes[0]));
        Assert.Null((await scene.Who(await scene.Password($"owner@{scene.Domain}")))!.Grant);

        var holder = Assert.Single((await portal.Ask(scene.Owner, new GetEntryRules())).BreakGlass);
        Assert.Equal((7, "192.0.2.9"), (holder.Left, holder.LastUsedFrom));
        Assert.NotEqual(other, holder.Owner);
        Assert.Single((await portal.Ask(scene.Owner, new ListActivity())).Rows, row => row.Event == "break_glass.used" && row.Actor == scene.Owner.Actor);
    }

    [Fact]
    public async Task New_codes_make_the_old_ones_worthless()
    {
        var scene = await SsoScene.Required(portal);
        var old = (await portal.Send(scene.Owner, new MakeBreakGlassCodes())).Codes;
        await portal.Send(scene.Owner, new MakeBreakGlassCodes());
        Assert.Equal("entry.code_wrong", await Use(scene, await scene.Password($"owner@{scene.Domain}"), old[3]));
    }

    [Fact]
    public async Task In_the_browser_a_member_kept_out_is_told_why_and_the_owner_gets_in_by_a_code()
    {
        var scene = await SsoScene.Required(portal);
        var code = (await portal.Send(scene.Owner, new MakeBreakGlassCodes())).Codes[0];
        await scene.EndGrace();
        using var browser = await Browser.SignedIn(portal.Address, $"owner@{scene.Domain}");
        using (var sent = await browser.Http.GetAsync(new Uri($"/t/{scene.Slug}/", UriKind.Relative), Ct))
            Assert.EndsWith($"/t/{scene.Slug}/barred", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = (await browser.Get($"/t/{scene.Slug}/barred")).Text;
        Assert.Contains("/sso/", page, StringComparison.Ordinal);

        using var entered = await browser.Submit($"/t/{scene.Slug}/barred", $"/t/{scene.Slug}/barred", new() { ["Form.Code"] = code });
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{scene.Slug}/sales")).Status);
    }

    // As the owner of the session, from an address of the documentation network.
    async Task<string?> Use(SsoScene scene, SignIn.Session session, string code)
    {
        var who = (await scene.Who(session))!;
        var caller = new Caller(null, who.User.ToString(), new HashSet<string> { "self" }) { Session = who.Session.ToString(), Address = "192.0.2.9" };
        return (await portal.As(caller, d => d.Send(new UseBreakGlassCode(scene.Slug, code), Ct))).Error?.Code;
    }
}
