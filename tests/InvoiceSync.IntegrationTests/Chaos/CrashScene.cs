using System.Text.Json;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Chaos;

/// <summary>A company, its practice world, and a portal process that dies again and again; the world's own log is the judge.</summary>
sealed partial class CrashScene(PortalUnderTest setUp, Company company, string? sabotage) : IAsyncDisposable
{
    const int Seed = 42;
    static readonly string[] Kinds = ["company", "company", "individual", "eur", "multi-rate", "discount"];

    readonly Random random = new(Seed);
    readonly int port = FreePort.Take();
    PortalProcess? portal;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CrashScene> Set(TestCluster cluster, string? sabotage, bool byBooks = false)
    {
        var setUp = new PortalUnderTest(cluster);
        await setUp.InitializeAsync();
        var company = await Company.Create(setUp, "crash", hooked: false);
        var scene = new CrashScene(setUp, company, sabotage);
        var hook = (await setUp.Ask(company.Owner, new GetConnections())).Single(c => c.Provider == "stripe").HookPath!;
        var account = await setUp.Practice.Post("accounts", new { account = company.Slug });
        var secret = await StripeEndpoint.Open(setUp.World.Address, account.GetProperty("restricted_key").GetString()!, new Uri($"http://127.0.0.1:{scene.port}{hook}"), Ct);
        await setUp.Send(company.Owner, new ConnectStripe(null, [secret]));
        if (byBooks) await company.FileBySmartBill(setUp);
        await setUp.StopPortal();
        return scene;
    }

    public async Task Play(int sales, int kills)
    {
        await setUp.Practice.Post("faults", new { target = "webhooks", kind = "duplicate", probability = 0.1, seed = Seed });
        await setUp.Practice.Post("faults", new { target = "webhooks", kind = "out_of_order", probability = 0.5, seed = Seed });
        await Start();
        for (var kill = 0; kill < kills; kill++)
        {
            await setUp.Practice.Sell(company.Slug, Kinds[kill % Kinds.Length], sales / kills);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1200)), TimeProvider.System, Ct);
            await portal!.Kill();
            await Start();
        }
    }

    /// <summary>Until the world has delivered everything and every sale is accepted, or five minutes have passed.</summary>
    public async Task Settle()
    {
        await setUp.Practice.NoFaults();
        await Eventually.Seen(Unsettled, left => left == 0, TimeSpan.FromMinutes(5));
    }

    public async Task<Verdict> Judge()
    {
        var log = await setUp.Practice.Get("log");
        var kept = await Texts("select event_id from sync.inbox");
        var deliveries = log.GetProperty("deliveries").EnumerateArray().ToList();
        var acknowledged = deliveries.Where(d => d.GetProperty("attempts").EnumerateArray().Any(a => a.GetProperty("status").ValueKind == JsonValueKind.Number && a.GetProperty("status").GetInt32() == 200));
        var uploads = log.GetProperty("uploads").EnumerateArray().GroupBy(u => u.GetProperty("number").GetString()!);
        return new(
            deliveries.Sum(d => d.GetProperty("attempts").GetArrayLength()),
            [.. acknowledged.Select(d => d.GetProperty("event").GetString()!).Distinct().Where(e => !kept.Contains(e))],
            [.. await Texts("select coalesce(number, source_id) || ' is ' || state || coalesce(': ' || reason, '') from sync.sales where state <> 'Accepted'")],
            [.. uploads.Where(u => u.Count() > 1).Select(u => $"{u.Key}: {u.Count()} times")],
            (await Texts("select source_id from sync.sales where state = 'Accepted'")).Count);
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is not null) await portal.DisposeAsync();
        await setUp.DisposeAsync();
    }

    async Task Start() => portal = await PortalProcess.Start(setUp.Database, setUp.World.Address, port, sabotage, Ct);

    async Task<long> Unsettled()
    {
        var pending = (await setUp.Practice.Get("state")).GetProperty("accounts").EnumerateArray().Sum(a => a.GetProperty("deliveries_pending").GetInt64());
        return pending + (await Texts("select source_id from sync.sales where state <> 'Accepted'")).Count;
    }

    async Task<HashSet<string>> Texts(string sql)
    {
        await using var source = NpgsqlDataSource.Create(setUp.Database.Platform);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var found = new HashSet<string>();
        while (await rows.ReadAsync(Ct)) found.Add(rows.GetString(0));
        return found;
    }

    public sealed record Verdict(
        int Deliveries,
        IReadOnlyList<string> AcknowledgedButLost,
        IReadOnlyList<string> NotAccepted,
        IReadOnlyList<string> FiledMoreThanOnce,
        int Accepted);
}
