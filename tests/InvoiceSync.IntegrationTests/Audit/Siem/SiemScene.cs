using InvoiceSync.Audit;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Siem;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

/// <summary>A company whose log is pushed to a receiver, with a clock that can be moved over a back-off.</summary>
sealed class SiemScene<T> : IAsyncDisposable where T : SiemReceiver, new()
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static readonly Caller Machine = Caller.System(ChainScene.Tenant, "system");

    public static readonly Caller Owner = ChainScene.Person(ChainScene.Tenant, "owner");

    public required ChainScene Chain { get; init; }

    public required T Receiver { get; init; }

    public MovableClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public OutletId Outlet { get; private set; }

    public static async Task<SiemScene<T>> Open(TestCluster cluster, OutletKind kind, Func<IOutletLine, IOutletLine>? by = null)
    {
        SiemScene<T>? scene = null;
        var line = new GuardedLine(GuardedConnect.Handler(loopback: true), loopback: true, Patience);
        var chain = await ChainScene.Open(cluster, services =>
        {
            Scenes.Keys(services);
            services.AddSingleton<TimeProvider>(_ => scene!.Clock).AddSingleton(line).AddSiem();
            if (by is not null) services.AddSingleton(by(new SiemLine(line)));
        });
        scene = new() { Chain = chain, Receiver = await SiemReceiver.Open<T>() };
        scene.Outlet = (await chain.Send(Owner, new SaveOutlet(null, kind, "SOC", scene.Receiver.Address.ToString(), "main", "portal", SiemReceiver.Token))).OrThrow();
        return scene;
    }

    public Task<Result<Done>> Push() => Chain.Send(Machine, new PushOutlet(Outlet));

    /// <summary>Over every back-off there is.</summary>
    public Task<Result<Done>> PushLater()
    {
        Clock.Pass(TimeSpan.FromMinutes(16));
        return Push();
    }

    public async Task<ListOutlets.Row> State() => Assert.Single(await Chain.Ask(Machine, new ListOutlets()));

    /// <summary>Everything in the log since the outlet was made, but what is parked, is there: once each, in the order of the log.</summary>
    public async Task AllIsThere(params string[] parked)
    {
        const string since = "select coalesce(min(seq), 0) from audit.log where event_type = 'outlet.created'";
        await using var database = await TenantTables.Open(Chain.Database.Owner, ChainScene.Tenant);
        await using var question = new NpgsqlCommand($"select string_agg(id::text, ' ' order by seq) from audit.log where seq >= ({since})", database);
        var all = (string)(await question.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        var ids = all.Split(' ').Select(id => new AuditEntryId(Guid.Parse(id)).ToString());
        Assert.Equal(ids.Except(parked), Receiver.Order);
        Assert.Empty(Receiver.Complaints);
        Assert.Equal((0L, null), ((await State()).Behind, (await State()).Problem));
    }

    public async ValueTask DisposeAsync()
    {
        await Chain.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
