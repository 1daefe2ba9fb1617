using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>Guessing, by account and by network, and the person it is about.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ThrottleTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Two_hundred_accounts_from_one_network_are_stopped_and_other_networks_are_not()
    {
        var ana = await portal.Person("axis");
        for (var at = 0; at < 50; at++) await Check($"nobody{at}@nowhere.example", "wrong wrong wrong", "198.51.100.9");
        Assert.Null(await Check(ana.Email, Company.Password, "198.51.100.77")); // the same /24
        Assert.Equal(ana.Id, await Check(ana.Email, Company.Password, "203.0.113.5"));
    }

    [Fact]
    public async Task An_account_guessed_at_from_everywhere_is_locked_but_not_for_a_browser_the_person_has_used()
    {
        var ana = await portal.Person("victim");
        var known = (await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "device", "192.0.2.1"))).Device!;
        for (var at = 0; at < 12; at++) await Check(ana.Email, "wrong wrong wrong", $"10.{at}.0.1");
        Assert.Null(await Check(ana.Email, Company.Password, "10.200.0.1"));
        Assert.Equal(ana.Id, await Check(ana.Email, Company.Password, "192.0.2.1", known));
        Assert.Null(await Check(ana.Email, Company.Password, "192.0.2.1", "a made-up device"));
    }

    [Fact]
    public async Task A_known_browser_that_guesses_is_a_stranger_after_ten()
    {
        var ana = await portal.Person("stolen");
        var known = (await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "device", "192.0.2.1"))).Device!;
        for (var at = 0; at < 10; at++) await Check(ana.Email, "wrong wrong wrong", $"10.{at}.1.1", known);
        for (var at = 0; at < 10; at++) await Check(ana.Email, "wrong wrong wrong", $"10.{at}.2.1", known);
        Assert.Null(await Check(ana.Email, Company.Password, "192.0.2.1", known));
    }

    Task<UserId?> Check(string email, string password, string address, string? device = null) =>
        portal.Send(Caller.Nobody, new CheckPassword(email, password) { Address = address, KnownDevice = device });
}
