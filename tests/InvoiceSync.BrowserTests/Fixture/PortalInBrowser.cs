using InvoiceSync.Access;
using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Sso;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PortalInBrowser))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>The portal as a new user gets it, with its own database, practice world and practice company, and a real browser in front.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    public const string Owner = "owner@practice.example";
    public const string OwnerPassword = "practice makes perfect";
    public const string Viewer = "viewer@practice.example";
    public const string ViewerPassword = "only looking around";
    const string Chromium = "/usr/bin/chromium";

    static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    static readonly SaleState[] Moving = [SaleState.Ready, SaleState.Waiting, SaleState.Sent, SaleState.Unknown];

    readonly string folder = Path.Combine(Path.GetTempPath(), $"invoicesync-browser-{Environment.ProcessId}");
    readonly Dictionary<string, string> signedIn = [];
    readonly SemaphoreSlim signingIn = new(1);
    readonly List<(string Test, IBrowserContext Context)> open = [];
    WebApplication? portal;
    TenantId company;
    IPlaywright? playwright;
    IBrowser? browser;

    public Uri Address { get; private set; } = default!;

    /// <summary>Our own work in the practice company, for what a timetable would do later.</summary>
    public Caller Machine => Caller.System(company, "jobs");

    ScopedDispatch Dispatch => portal!.Services.GetRequiredService<ScopedDispatch>();

    public string Home => $"{Address}t/practice/";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        Directory.CreateDirectory(folder);
        portal = await PortalHost.Build(
        [
            "--urls=http://127.0.0.1:0", "--environment=Development", $"--InvoiceSync:DataFolder={folder}", "--Logging:LogLevel:Default=Warning",
            // Tests share people: the fourth sign-in of one must not end the session of the others.
            "--Access:Devices=100",
            // Companies' own identity providers run on this machine too.
            "--InvoiceSync:Sso:Loopback=true",
        ]);
        await portal.StartAsync();
        Address = new Uri(portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        company = await Practice();
        await AddViewer(company);
        await SeedIsFiled(company);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>A fresh browser profile on a page; signed in when an e-mail is given.</summary>
    public async Task<IPage> Open(string? email = Owner, int width = 1280, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        Assert.SkipWhen(browser is null, $"No {Chromium} on this machine.");
        await CloseWhatEarlierTestsLeft();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = locale,
            StorageState = email is null ? null : await SignedIn(email),
        });
        open.Add((TestContext.Current.Test!.UniqueID, context));
        return await context.NewPageAsync();
    }

    /// <summary>A person of one test, who looks at the practice company.</summary>
    public async Task AddPerson(string email, string password)
    {
        if (browser is not null) await Add(await Practice(), email, "Test Person", password);
    }

    /// <summary>As if the person had signed in an hour ago.</summary>
    public Task ForgetProof(string email) =>
        Move("update access.sessions set proved_at = proved_at - interval '1 hour' where user_id = (select id from access.users where email = $1)", email);

    /// <summary>The same at once: the portal remembers for five seconds whose a token is.</summary>
    internal async Task ForgetProof(string email, IBrowserContext of)
    {
        await ForgetProof(email);
        foreach (var cookie in await of.CookiesAsync()) portal!.Services.GetRequiredService<Sessions>().Forget(cookie.Value);
    }

    /// <summary>Turns a clock in the database that no test can wait for.</summary>
    public async Task Move(string sql, object whose)
    {
        await using var moved = portal!.Services.GetRequiredService<PostgreSqlSources>().Platform.CreateCommand(sql);
        moved.Parameters.Add(new() { Value = whose });
        await moved.ExecuteNonQueryAsync();
    }

    public async Task<T> Send<T>(Caller caller, ICommand<T> command) => (await Dispatch.As(caller, d => d.Send(command))).OrThrow();

    public async Task<T> Ask<T>(Caller caller, IQuery<T> query) => (await Dispatch.As(caller, d => d.Ask(query))).OrThrow();

    /// <summary>A person with a role in the practice company; answers the e-mail.</summary>
    public async Task<string> Join(string email, string role, string password = ViewerPassword)
    {
        Assert.SkipWhen(browser is null, $"No {Chromium} on this machine.");
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        (await Dispatch.As(setUp, d => d.Send(new AddPerson(email, email.Split('@')[0], password, company, role)))).OrThrow();
        return email;
    }

    /// <summary>Until the portal has noticed the last change of a sign-in connection: it remembers one for five seconds.</summary>
    public async Task Notices(string connectionSlug)
    {
        var remembered = portal!.Services.GetRequiredService<SsoConnections>();
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(15);
        while ((await remembered.Find(connectionSlug, TestContext.Current.CancellationToken))?.Version != (await Send(Caller.Nobody, new GetSsoConnection(connectionSlug)))?.Version)
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, "The connection is still remembered as it was.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>Until a mail to this person lies in the practice outbox: a slow machine takes its time to send it.</summary>
    public async Task Mailed(string email)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(90);
        while (!(await Ask(Caller.System(TenantId.Platform, "test"), new ListKeptMails())).Any(mail => mail.To == email))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"No mail to {email} came to the outbox.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    /// <summary>A second process on the same data.</summary>
    internal Task<SecondPortal> Second(CancellationToken ct) =>
        SecondPortal.Start(folder, portal!.Services.GetRequiredService<ProviderHosts>().Practice!, ct);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        signingIn.Dispose();
        if (portal is null) return;
        await portal.StopAsync();
        await portal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Tests run one after the other; a page left open would go on hearing every notice.
    async Task CloseWhatEarlierTestsLeft()
    {
        foreach (var (_, context) in open.Where(o => o.Test != TestContext.Current.Test!.UniqueID)) await context.CloseAsync();
        open.RemoveAll(o => o.Test != TestContext.Current.Test!.UniqueID);
    }

    // Once a person: signing in is deliberately slow.
    async Task<string> SignedIn(string email)
    {
        await signingIn.WaitAsync();
        try
        {
            if (signedIn.TryGetValue(email, out var state)) return state;
            await using var context = await browser!.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{Address}sign-in");
            await page.SignIn(email, email == Owner ? OwnerPassword : ViewerPassword);
            await Assertions.Expect(page).ToHaveURLAsync(Home);
            return signedIn[email] = await context.StorageStateAsync();
        }
        finally
        {
            signingIn.Release();
        }
    }

    async Task<TenantId> Practice()
    {
        var tenants = (await Dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants("practice")))).OrThrow();
        return tenants.Single().Id;
    }

    Task AddViewer(TenantId tenant) => Add(tenant, Viewer, "Vera Viewer", ViewerPassword);

    async Task Add(TenantId tenant, string email, string name, string password)
    {
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        (await Dispatch.As(setUp, d => d.Send(new AddPerson(email, name, password, tenant, Roles.Viewer)))).OrThrow();
    }

    // Sixty days of sales stand before any new one in the queue; a test should not measure them.
    async Task SeedIsFiled(TenantId tenant)
    {
        var me = Caller.System(tenant, "test");
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5);
        while (true)
        {
            var sync = (await Dispatch.As(me, d => d.Ask(new GetSyncRun()))).OrThrow();
            var states = (await Dispatch.As(me, d => d.Ask(new GetOverview()))).OrThrow().ByState;
            if (sync is { Finished: true } && !Moving.Any(states.ContainsKey)) return;
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"The practice sales are not filed yet: {string.Join(", ", states)}");
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        }
    }
}
