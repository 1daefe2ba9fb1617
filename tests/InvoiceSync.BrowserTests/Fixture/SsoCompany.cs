using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>A company of its own in the shared portal, with two owners, a proved domain and one sign-in connection.</summary>
sealed class SsoCompany(PortalInBrowser portal, string slug, Caller owner, SsoConnectionId connection, string door)
{
    public const string Password = "in case the provider sleeps";

    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    public PortalInBrowser Portal => portal;

    public string Domain => $"{slug}.test";

    public string Owner => $"owner@{Domain}";

    public string SecondOwner => $"second@{Domain}";

    public string Home => $"{portal.Address}t/{slug}/";

    public string Settings => $"{Home}settings/sso/{connection}";

    /// <summary>Where a sign-in begins, as an app launcher knows it.</summary>
    public string Door => $"{portal.Address}sso/{door}/";

    public string Code { get; private set; } = "";

    public static async Task<SsoCompany> Create(PortalInBrowser portal, string slug, SsoKind kind, IReadOnlyDictionary<string, string>? settings = null)
    {
        var tenant = await portal.Send(SetUp, new CreateTenant(slug, $"{slug} SRL", TenantMode.Practice));
        var person = await portal.Send(SetUp, new AddPerson($"owner@{slug}.test", "Olga Owner", Password, tenant, Roles.Owner));
        await portal.Send(SetUp, new AddPerson($"second@{slug}.test", "Sorin Second", Password, tenant, Roles.Owner));
        var owner = new Caller(tenant, person.ToString(), Roles.Of(Roles.Owner));
        await portal.Send(owner, new CheckSsoDomain(await portal.Send(owner, new ClaimSsoDomain($"{slug}.test"))));
        var connection = await portal.Send(owner, new CreateSsoConnection(kind, "Acme", settings));
        await portal.Send(owner, new UpdateSsoConnection(connection, Roles: new([], Roles.Viewer)));
        await portal.Send(owner, new EnableSsoConnection(connection));
        var made = (await portal.Ask(owner, new ListSsoConnections())).Single();
        return new(portal, slug, owner, connection, made.Slug);
    }

    public Task<UserId> Colleague(string email) => portal.Send(SetUp, new AddPerson(email, "Carla Colleague", Password, owner.Tenant, Roles.Viewer));

    public Task Fill(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string>? secrets = null) =>
        portal.Send(owner, new UpdateSsoConnection(connection, Settings: settings, Secrets: secrets));

    public Task Send(Func<SsoConnectionId, ICommand<Done>> command) => portal.Send(owner, command(connection));

    /// <summary>A connection that was changed or mended is remembered as it was for five seconds.</summary>
    public Task Noticed() => portal.Notices(door);

    public async Task<string> Setting(string name) => (await portal.Ask(owner, new ListSsoConnections())).Single().Settings[name];

    public async Task<string> Outcome() => (await portal.Ask(owner, new ListSsoAttempts(connection)))[0].Outcome;

    public Task MakeRole(string name) => portal.Send(owner, new SaveRole(null, name, [Roles.Viewer], [], Limits.None));

    /// <summary>The nightly look at the providers.</summary>
    public Task Watch() => portal.Send(Caller.System(owner.Tenant, "jobs"), new WatchSamlProviders());

    public Task<IPage> OwnerSignsIn() => SignsIn(Owner);

    public async Task<IPage> SignsIn(string email)
    {
        var page = await portal.Open(email: null);
        await page.GotoAsync($"{portal.Address}sign-in");
        await page.SignIn(email, Password);
        await Assertions.Expect(page).ToHaveURLAsync(Home);
        return page;
    }

    /// <summary>The owner passes the test on the page, then signing in through the provider is required and the week of grace is over.</summary>
    public async Task Require(Func<IPage, Task> atTheProvider)
    {
        var page = await OwnerSignsIn();
        await page.Visit(Settings);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test sign-in" }).ClickAsync();
        await atTheProvider(page);
        await Assertions.Expect(page.GetByText("An owner passed the test sign-in")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        Code = (await portal.Send(owner, new MakeBreakGlassCodes())).Codes[0];
        await portal.Send(owner, new SetSsoMode(SsoMode.Required));
        await portal.Move("update access.entry_rules set required_from = now() - interval '1 second' where tenant_id = $1", owner.Tenant.Value);
    }
}
