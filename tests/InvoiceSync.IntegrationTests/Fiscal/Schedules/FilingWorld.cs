using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Sandbox;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>
/// The whole portal on a real database, with no runner but the test, before a practice ANAF and SmartBill with their own clock. Companies
/// are real ones to the portal, so it keeps the real, slow pace: hours cost nothing here.
/// </summary>
sealed class FilingWorld : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    readonly TestCluster cluster;
    readonly PracticeWorld world;
    readonly WebApplication app;

    FilingWorld(TestCluster cluster, TestDatabase database, PracticeWorld world, WebApplication app, Storm storm, MovableClock ours, MovableClock theirs) =>
        (this.cluster, Database, this.world, this.app, Storm, Ours, Theirs, Practice) = (cluster, database, world, app, storm, ours, theirs, new(world.Address));

    public TestDatabase Database { get; }

    public Storm Storm { get; }

    public MovableClock Ours { get; }

    public MovableClock Theirs { get; }

    public PracticeCalls Practice { get; }

    public IWorkStore Store => app.Services.GetRequiredService<IWorkStore>();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<FilingWorld> Open(TestCluster cluster, Action<IServiceCollection>? sabotage = null)
    {
        var (storm, ours, theirs) = (new Storm(), new MovableClock(Start), new MovableClock(Start));
        var database = await PortalTemplate.Database(cluster);
        var world = await PracticeWorld.Start(
            new() { Time = theirs, AnafProcessing = TimeSpan.FromMinutes(3), AnafListLag = TimeSpan.FromMinutes(15), AnafCallsPerMinute = 0, SmartBillCallsPerSecond = 0 }, Ct);
        var app = await PortalHost.Build(PortalSettings.Of(database, world.Address), services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(ours));
            services.AddSingleton<IInterceptor>(new BrokenCommit(storm));
            services.Replace(ServiceDescriptor.Singleton<ICallLine>(all => new QuickLine(ActivatorUtilities.CreateInstance<SharedCallLine>(all), Pass)));
            services.AddSingleton(new ProviderHosts { Practice = world.Address, Real = Hosts(world.Address) });
            services.ConfigureAll<HttpClientFactoryOptions>(o => o.HttpMessageHandlerBuilderActions.Add(b => b.AdditionalHandlers.Add(new BrokenLine(storm))));
            sabotage?.Invoke(services);
        });
        return new(cluster, database, world, app, storm, ours, theirs);

        void Pass(TimeSpan time)
        {
            ours.Pass(time);
            theirs.Pass(time);
        }
    }

    public async Task<T> Send<T>(Caller caller, ICommand<T> command) =>
        (await app.Services.GetRequiredService<ScopedDispatch>().As(caller, d => d.Send(command, Ct))).OrThrow();

    public async Task<T> Ask<T>(Caller caller, IQuery<T> query) =>
        (await app.Services.GetRequiredService<ScopedDispatch>().As(caller, d => d.Ask(query, Ct))).OrThrow();

    /// <summary>What may be refused, or not be possible in this weather.</summary>
    public async Task Attempt<T>(Caller caller, ICommand<T> command) => await app.Services.GetRequiredService<ScopedDispatch>().As(caller, d => d.Send(command, Ct));

    /// <summary>The invoices whose filing asks for a person.</summary>
    public async Task<IReadOnlyList<InvoiceId>> Asking(TenantId tenant)
    {
        const string asking = "select coalesce(array_agg(f.invoice_id), '{}') from fiscal.filings f join fiscal.filing_attempts a on a.filing_id = f.id and a.candidate is not null where f.state = 'Unknown' and f.tenant_id = ";
        return [.. ((Guid[])(await Databases.Database.Ask(Database.Platform, $"{asking}'{tenant.Value}'", Ct))!).Select(id => new InvoiceId(id))];
    }

    public async Task<long> Count(string sql) => (long)(await Databases.Database.Ask(Database.Platform, sql, Ct))!;

    public Task Deliver(LeasedWork work) => app.Services.GetRequiredService<WorkDelivery>().Deliver(work, Ct);

    /// <summary>Moves the clocks of both sides.</summary>
    public void Pass(TimeSpan time)
    {
        Ours.Pass(time);
        Theirs.Pass(time);
    }

    public async ValueTask DisposeAsync()
    {
        Practice.Dispose();
        await app.DisposeAsync();
        await world.DisposeAsync();
        await cluster.DropDatabase(Database);
    }

    static Dictionary<string, Uri> Hosts(Uri world) =>
        new ProviderHosts().Real.Keys.ToDictionary(name => name, name => new Uri($"{world.AbsoluteUri.TrimEnd('/')}/{name.Split('-')[0]}"));
}
