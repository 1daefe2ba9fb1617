using System.Globalization;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Siem;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>A company with people in Bucharest, its log, and a clock that a test moves. Nothing runs by itself.</summary>
sealed class LogScene : IAsyncDisposable
{
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    public required ChainScene Chain { get; init; }

    public required MovableClock Clock { get; init; }

    public TenantId Tenant { get; private set; }

    public Caller Machine => Caller.System(Tenant, "system");

    public Caller Owner { get; private set; } = Caller.Nobody;

    public Caller Viewer { get; private set; } = Caller.Nobody;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LogScene> Open(TestCluster cluster, string start)
    {
        var clock = new MovableClock(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
        var chain = await ChainScene.Open(cluster, services =>
        {
            Scenes.Keys(services);
            services.AddSingleton<TimeProvider>(clock).AddSingleton<ISiteAddress>(new Site()).AddSingleton(new GuardedLine(loopback: true)).AddSiem();
        });
        var scene = new LogScene { Chain = chain, Clock = clock };
        scene.Tenant = await scene.Send(SetUp, new CreateTenant("alfa", "Alfa & Ștefan SRL", TenantMode.Practice));
        scene.Owner = await scene.Join("ana", Roles.Owner);
        scene.Viewer = await scene.Join("vlad", Roles.Viewer);
        return scene;
    }

    public async Task<Caller> Join(string name, string role)
    {
        var id = await Send(SetUp, new AddPerson($"{name}@alfa.example", name, "correct horse battery", Tenant, role));
        return new(Tenant, id.ToString(), Roles.Of(role)) { Name = name, Address = "192.0.2.7" };
    }

    public async Task<T> Send<T>(Caller caller, ICommand<T> command) => (await Chain.Send(caller, command)).OrThrow();

    public Task<T> Ask<T>(Caller caller, IQuery<T> query) => Chain.Ask(caller, query);

    public Task Act(Caller caller, string happened, string resource = "inv_1", ActStatus status = ActStatus.Ok) =>
        Send(caller, new RecordAct(new(happened, "invoice", resource) { Status = status }));

    /// <summary>At this moment, UTC; never back.</summary>
    public void Until(string moment) => Clock.Pass(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - Clock.GetUtcNow());

    /// <summary>The letters that wait to be sent, by address.</summary>
    public async Task<IReadOnlyList<(string To, Letter Letter)>> Letters()
    {
        await using var database = await TenantTables.Open(Chain.Database.Owner, Tenant);
        await using var command = new NpgsqlCommand("select id from messaging.mails order by id", database);
        var ids = new List<MailId>();
        await using (var rows = await command.ExecuteReaderAsync(Ct))
            while (await rows.ReadAsync(Ct)) ids.Add(new(rows.GetGuid(0)));
        var letters = new List<(string, Letter)>();
        foreach (var id in ids) letters.Add(await Ask(Machine, new ReadMail(id)) is { } due ? (due.Mail.To, due.Mail.Letter) : default);
        return letters;
    }

    /// <summary>Commands of this kind that wait in the queue, done as the queue would.</summary>
    public async Task Work<T>(Func<Guid, T> of) where T : ICommand<Done>
    {
        await using var database = await TenantTables.Open(Chain.Database.Owner, Tenant);
        await using var command = new NpgsqlCommand($"delete from kernel.work_items where name = '{typeof(T).Name}' returning (select value::uuid from jsonb_each_text(body::jsonb) limit 1)", database);
        var ids = new List<Guid>();
        await using (var rows = await command.ExecuteReaderAsync(Ct))
            while (await rows.ReadAsync(Ct)) ids.Add(rows.GetGuid(0));
        foreach (var id in ids) await Send(Machine, of(id));
    }

    public ValueTask DisposeAsync() => Chain.DisposeAsync();

    sealed class Site : ISiteAddress
    {
        public Uri Of(string path) => new(new("https://portal.example"), path);
    }
}
