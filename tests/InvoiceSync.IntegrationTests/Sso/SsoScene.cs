using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A company with a sign-in connection and a proved domain, and the people an identity provider might prove.</summary>
sealed record SsoScene(PortalUnderTest Portal, TenantId Tenant, string Slug, Caller Owner, SsoConnectionId Connection)
{
    const string Issuer = "https://id.exemplu.test";
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });
    static int made;

    public string Domain => $"{Slug}.example";

    public static async Task<SsoScene> Create(PortalUnderTest portal, string? defaultRole = Roles.Viewer, params SsoGroupRole[] groups)
    {
        var slug = $"sso-{Interlocked.Increment(ref made)}";
        var tenant = await portal.Send(SetUp, new CreateTenant(slug, $"Company {slug}", TenantMode.Practice));
        var owner = await portal.Send(SetUp, new AddPerson($"owner@{slug}.example", "Owner", Company.Password, tenant, Roles.Owner));
        var caller = new Caller(tenant, owner.ToString(), Roles.Of(Roles.Owner));
        var connection = await portal.Send(caller, new CreateSsoConnection(SsoKind.Oidc, "Acme", new Dictionary<string, string> { ["issuer"] = Issuer }, new Dictionary<string, string> { ["client_secret"] = "kept" }));
        await portal.Send(caller, new UpdateSsoConnection(connection, Roles: new(groups, defaultRole)));
        await portal.Send(caller, new EnableSsoConnection(connection));
        var scene = new SsoScene(portal, tenant, slug, caller, connection);
        await scene.Own(scene.Domain);
        return scene;
    }

    public Task<object?> Own(string domain) => Ask($"insert into access.sso_domain_owners (domain, tenant_id) values ('{domain}', '{Tenant.Value}')");

    public Task<object?> Ask(string sql) => Database.Ask(Portal.Database.Platform, sql, TestContext.Current.CancellationToken);

    public async Task<UserId> Person(string email, string role = Roles.Viewer) => await Portal.Send(SetUp, new AddPerson(email, "Local", Company.Password, Tenant, role));

    public ProvenIdentity Ana(string subject = "ana", params string[] groups) =>
        new(Issuer, subject, $"ana@{Domain}", true, "Ana Pop", groups, "session-1", new Dictionary<string, IReadOnlyList<string>> { ["email"] = [$"ana@{Domain}"] });

    /// <summary>A company whose week of grace for passwords has begun.</summary>
    public static async Task<SsoScene> Required(PortalUnderTest portal)
    {
        var scene = await Create(portal);
        await scene.Prove();
        await portal.Send(scene.Owner, new MakeBreakGlassCodes());
        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Required));
        return scene;
    }

    public Task<object?> EndGrace() => Ask($"update access.entry_rules set required_from = now() - interval '1 second' where tenant_id = '{Tenant.Value}'");

    /// <summary>The owner passes a test sign-in.</summary>
    public async Task Prove()
    {
        var address = await Portal.Send(Owner, new BeginSsoTest(Connection));
        (await Enter(Ana() with { Email = $"owner@{Domain}" }, address[(address.IndexOf("intent=", StringComparison.Ordinal) + 7)..])).OrThrow();
    }

    public Task<SignIn.Session> Password(string email) => Portal.Send(Caller.Nobody, new SignIn(email, Company.Password, false, "device", "192.0.2.7"));

    public async Task<string?> Refusal<T>(ICommand<T> command) => (await Portal.As(Owner, d => d.Send(command, TestContext.Current.CancellationToken))).Error?.Code;

    public Task<Result<SignInBySso.Outcome>> Enter(ProvenIdentity who, string? intent = null) =>
        Portal.As(Caller.Nobody, d => d.Send(new SignInBySso(Connection, who, "device", "192.0.2.7", intent), TestContext.Current.CancellationToken));

    public async Task<SignIn.Session> Entered(ProvenIdentity who) => (await Enter(who)).OrThrow().Session!;

    public async Task<string> Refused(ProvenIdentity who) => (await Enter(who)).Error!.Code;

    public async Task<WhoIs.View?> Who(SignIn.Session session, string? slug = null) => await Portal.Send(Caller.Nobody, new WhoIs(session.Token, slug ?? Slug));
}
