using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.SqlServer;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sandbox;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>The whole portal in this process, on a database of its own, beside a practice world; everything real and listening on loopback.</summary>
public sealed class PortalUnderTest(TestCluster cluster) : IAsyncLifetime
{
    WebApplication app = default!;

    public TestDatabase Database { get; private set; } = default!;

    public PracticeWorld World { get; private set; } = default!;

    public Uri Address { get; private set; } = default!;

    public IServiceProvider Services => app.Services;

    public PracticeCalls Practice { get; private set; } = default!;

    /// <summary>The portal's time: the real one until a test moves it on. The practice world has a clock of its own.</summary>
    public AheadClock Clock { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        Database = await PortalTemplate.Database(cluster);
        World = await PracticeWorld.Start(Quick, ct);
        Practice = new PracticeCalls(World.Address);
        app = await PortalHost.Build(PortalSettings.Of(Database, World.Address), services => services.AddQuickPace().Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).AddSingleton<IInterceptor>(TranslationRecorder.Shared));
        await app.StartAsync(ct);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>The practice world without its pauses: tests wait for conditions, not for a polite pace.</summary>
    public static PracticeOptions Quick => new()
    {
        AnafProcessing = TimeSpan.FromMilliseconds(100),
        AnafListLag = TimeSpan.FromMilliseconds(100),
        AnafCallsPerMinute = 0,
        SmartBillCallsPerSecond = 0,
        StripeCallsPerSecond = 0,
        WebhookPause = TimeSpan.FromMilliseconds(50),
    };

    public Task<T> As<T>(Caller caller, Func<IDispatcher, Task<T>> send) => Services.GetRequiredService<ScopedDispatch>().As(caller, send);

    public async Task<T> Ask<T>(Caller caller, IQuery<T> query) => (await As(caller, d => d.Ask(query, TestContext.Current.CancellationToken))).OrThrow();

    public async Task<T> Send<T>(Caller caller, ICommand<T> command) => (await As(caller, d => d.Send(command, TestContext.Current.CancellationToken))).OrThrow();

    public HttpClient Client(bool redirects = false) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = redirects, UseCookies = true }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Leaves the database and the practice world to a portal in another process. Messages can still be sent from here.</summary>
    public Task StopPortal() => app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await World.DisposeAsync();
        Practice.Dispose();
        await cluster.DropDatabase(Database);
        GC.SuppressFinalize(this);
    }
}
