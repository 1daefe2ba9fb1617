using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.IntegrationTests.Plans;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.Benchmarks.Lists;

/// <summary>list.sales: pages of the sales list as a portal asks for them, against prepared SQL; small and large tables in one run.</summary>
static class ListBenchmark
{
    const int Asked = 300;
    const int Warm = 1500; // until the JIT has finished with EF

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        foreach (var rows in options.Size == Size.S ? [10_000] : (int[])[10_000, 1_000_000])
            await Measure(await server.Database($"list_{rows}"), rows, options, report);
    }

    static async Task Measure(PostgreSqlOptions database, int rows, BenchOptions options, Report report)
    {
        await using var platform = NpgsqlDataSource.Create(database.Platform);
        var tenant = await SalesSeed.Plant(platform, rows);
        await using (var owner = NpgsqlDataSource.Create(database.Owner))
        await using (var analyze = owner.CreateCommand("vacuum analyze sync.sales")) await analyze.ExecuteNonQueryAsync();

        await using var app = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.App) { MaxAutoPrepare = 16, AutoPrepareMinUsages = 2 });
        await using var connection = await app.OpenConnectionAsync();
        var raw = new RawList(connection, tenant);
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(database));
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var deep = new PageKey(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(rows / 5.0), Guid.Empty);
        (string Name, ListSales Ours, Func<Task<int>> Raw)[] pages =
        [
            ("first", new(), raw.First),
            ("deep", new(After: deep), () => raw.Deep(deep)),
            ("state", new(State: SaleState.Parked), raw.Parked),
            ("search", new(Search: "client 4242"), () => raw.Named("CLIENT 4242")),
        ];
        foreach (var (name, question, prepared) in pages)
            report.Add(await Compare($"list.sales.{name}", rows, options, () => Page(dispatch, Caller.System(tenant, "bench"), question), prepared));
    }

    static async Task<int> Page(ScopedDispatch dispatch, Caller caller, ListSales question)
    {
        var page = (await dispatch.As(caller, d => d.Ask(question))).OrThrow();
        return page.Rows.Count + (page.Next is null ? 0 : 1);
    }

    static async Task<Row> Compare(string name, int rows, BenchOptions options, Func<Task<int>> ours, Func<Task<int>> raw)
    {
        var expected = await raw();
        WrongResultException.Unless(expected > 0 && await ours() == expected, $"{name}: {await ours()} rows, {expected} by prepared SQL.");
        using (var commands = new CommandCount())
        {
            await ours();
            var count = commands.Count;
            for (var warm = 0; warm < Warm; warm++) await Task.WhenAll(ours(), raw());
            var (mine, limits) = (new List<Sample>(), new List<double>());
            for (var round = 0; round < options.Rounds; round++)
            {
                if (round % 2 == 1) limits.Add(await Median(raw));
                mine.Add(await Sample.OneByOne(Asked, async _ => await ours()));
                if (round % 2 == 0) limits.Add(await Median(raw));
            }

            return Rounds.Row(name, $"{rows:N0} rows", "µs", mine, s => s.Latency(0.5), limits) with
            {
                Commands = count,
                Note = $"p99 {mine.Select(s => s.Latency(0.99)).Median():N0} µs",
            };
        }
    }

    static async Task<double> Median(Func<Task<int>> raw) => (await Sample.OneByOne(Asked, async _ => await raw())).Latency(0.5);
}
