using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>The second step: what a code opens, how often, and what the half way opens (nothing).</summary>
[Collection(AccountSceneTests.Name)]
public sealed class TwoStepTests(PortalUnderTest portal)
{
    [Fact]
    public async Task The_password_alone_opens_nothing_and_the_code_opens_the_company()
    {
        var (ana, secret, _) = await Enrolled("half");
        using var browser = new Browser(portal.Address);
        using var half = await browser.SignIn(ana.Email, Company.Password);
        Assert.Equal("/sign-in/second-step", new Uri(portal.Address, half.Headers.Location!).AbsolutePath);
        Assert.DoesNotContain(browser.Cookies, c => c.Name == "invoicesync-session");
        foreach (var deep in (string[])[$"/t/{ana.Slug}/sales", $"/t/{ana.Slug}/account", "/choose", "/account/security"])
            Assert.Equal(HttpStatusCode.Found, (await browser.Get(deep)).Status);
        var slip = browser.Cookies.Single(c => c.Name == "invoicesync-second-step").Value;
        using var thief = new Browser(portal.Address);
        thief.Http.DefaultRequestHeaders.Add("Cookie", $"invoicesync-session={slip}; invoicesync-remember={slip}");
        thief.Http.DefaultRequestHeaders.Add("Accept", "text/html");
        Assert.Equal(HttpStatusCode.Found, (await thief.Get($"/t/{ana.Slug}/account")).Status);

        using var whole = await browser.Submit("/sign-in/second-step", "/sign-in/second-step", new() { ["Form.Code"] = Authenticator.Code(secret, 1) });
        Assert.Equal($"/t/{ana.Slug}/", new Uri(portal.Address, whole.Headers.Location!).AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/account")).Status);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_one_of_two_half_minutes_away_never()
    {
        var (ana, secret, _) = await Enrolled("once");
        Assert.Equal("code.wrong", (await Step(await Half(ana), Authenticator.Code(secret, -2))).Error!.Code);
        Assert.Equal("code.wrong", (await Step(await Half(ana), Authenticator.Code(secret, 3))).Error!.Code);
        Assert.True((await Step(await Half(ana), Authenticator.Code(secret, 1))).IsOk);
        Assert.Equal("code.wrong", (await Step(await Half(ana), Authenticator.Code(secret, 1))).Error!.Code);
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_the_app_and_nothing_else()
    {
        var (ana, secret, recovery) = await Enrolled("guess");
        var slip = await Half(ana);
        for (var at = 0; at < 10; at++) Assert.Equal("code.wrong", (await Step(slip, "000000")).Error!.Code);
        Assert.Equal("code.wrong", (await Step(slip, Authenticator.Code(secret, 1))).Error!.Code);
        Assert.Equal(ana.Id, await portal.Send(Caller.Nobody, new CheckPassword(ana.Email, Company.Password)));
        Assert.True((await Step(slip, recovery[0])).IsOk);
    }

    [Fact]
    public async Task A_recovery_code_shown_fifty_times_at_once_opens_once()
    {
        var (ana, _, recovery) = await Enrolled("fifty");
        var slips = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Half(ana)));
        var all = await Task.WhenAll(slips.Select(slip => Step(slip, recovery[3])));
        Assert.Single(all, one => one.IsOk);
        Assert.Equal(9, (await portal.Ask(ana.Caller, new GetSecurity())).RecoveryCodesLeft);
        Assert.Contains(await portal.Letters(ana.Email, 2), m => m.Letter.Subject == "A recovery code was used");
    }

    [Fact]
    public async Task New_codes_replace_the_old_ones_and_switching_off_ends_the_second_step()
    {
        var (ana, _, recovery) = await Enrolled("renew");
        var fresh = await portal.Send(ana.Caller, new RenewRecoveryCodes());
        var slip = await Half(ana);
        Assert.False((await Step(slip, recovery[0])).IsOk);
        Assert.True((await Step(slip, fresh[0].ToUpperInvariant())).IsOk);
        await portal.Send(ana.Caller, new SwitchTwoStepOff());
        Assert.False((await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "d", "192.0.2.1"))).NeedsSecondStep);
    }

    async Task<(AccountScene.Someone, byte[] Secret, IReadOnlyList<string>)> Enrolled(string name)
    {
        var ana = await portal.Person(name);
        var shown = await portal.Send(ana.Caller, new BeginTwoStep());
        var secret = Authenticator.Secret(shown);
        Assert.Equal("code.wrong", (await portal.Try(ana.Caller, new ConfirmTwoStep("000000"))).Error!.Code);
        Assert.False((await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "d", "192.0.2.1"))).NeedsSecondStep);
        return (ana, secret, await portal.Send(ana.Caller, new ConfirmTwoStep(Authenticator.Code(secret, 0))));
    }

    async Task<string> Half(AccountScene.Someone ana) => (await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "device", "192.0.2.1"))).Token;

    Task<Result<SignIn.Session>> Step(string slip, string code) => portal.Try(Caller.Nobody, new TakeSecondStep(slip, code));
}
