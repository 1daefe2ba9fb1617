using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A row in each table of the company's own sign-in.</summary>
static class SsoSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var connection = await portal.Send(company.Owner, new CreateSsoConnection(SsoKind.Saml, "canary connection", new Dictionary<string, string> { ["entity_id"] = "https://canary.test" }));
        await portal.Send(company.Owner, new EnableSsoConnection(connection));
        await portal.Send(company.Owner, new UpdateSsoConnection(connection, Roles: new([new("canary group", Roles.Viewer)], Roles.Viewer)));
        await portal.Send(company.Owner, new CheckSsoDomain(await portal.Send(company.Owner, new ClaimSsoDomain($"{company.Slug}.test"))));
        var who = new ProvenIdentity("https://canary.test", "canary-subject", $"sso@{company.Slug}.test", true, "Canary Person", [], null, new Dictionary<string, IReadOnlyList<string>>());
        await portal.Send(Caller.Nobody, new SignInBySso(connection, who, "device", "192.0.2.7"));
        await portal.Send(company.Machine, new SpendSsoToken(connection, "canary", TimeProvider.System.GetUtcNow().AddDays(1)));
        await portal.Send(company.Machine, new PinSsoProvider(connection, "https://canary.test/token", "https://canary.test/keys"));
        await portal.Send(company.Machine, new KeepSsoRequest(connection, "canary-request", "canary-browser", "/canary", "canary-intent"));
        await portal.Send(company.Machine, new RedeemSsoAnswer(connection, "canary-message", new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await portal.Send(company.Owner, new MakeBreakGlassCodes());
        await portal.Send(company.Owner, new SetSsoMode(SsoMode.Mixed));
        var kept = await portal.Send(company.Machine, new CreateScimUser(new($"canary@{company.Slug}.test", true)));
        await portal.Send(company.Machine, new SaveScimGroup(null, new("canary team", null, [kept])));
        await portal.Send(company.Owner, new AllowSsoLink(Ids.TryParse<UserId>(company.Viewer.Actor, out var viewer) ? viewer : default));
    }
}
