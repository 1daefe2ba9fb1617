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
    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var growth = new Growth();
        foreach (var rows in options.Tables)
            await Measure(await server.Database($"list_{rows}"), rows, options, row => report.Add(growth.Told(row, rows)));
    }

    static async Task Measure(PostgreSqlOptions database, int rows, BenchOptions options, Action<Row> tell)
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
            tell(await PageComparison.Of($"list.sales.{name}", rows, options, () => Page(dispatch, Caller.System(tenant, "bench"), question), prepared));
    }

    static async Task<int> Page(ScopedDispatch dispatch, Caller caller, ListSales question)
    {
        var page = (await dispatch.As(caller, d => d.Ask(question))).OrThrow();
        return page.Rows.Count + (page.Next is null ? 0 : 1);
    }
}
