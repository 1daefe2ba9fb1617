using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Benchmarks.Lists;
using InvoiceSync.IntegrationTests.Plans;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.PostgreSql;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.Benchmarks.Invoices;

/// <summary>list.invoices: pages of the API's list and of the desk's, one company holding half of the table, against prepared SQL.</summary>
static class InvoiceListBenchmark
{
    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var growth = new Growth();
        foreach (var rows in options.Tables)
            await Measure(await server.Database($"invoices_{rows}"), rows, options, row => report.Add(growth.Told(row, rows)));
    }

    static async Task Measure(PostgreSqlOptions database, int rows, BenchOptions options, Action<Row> tell)
    {
        var tenant = await Plant(database, rows);
        await using var app = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.App) { MaxAutoPrepare = 16, AutoPrepareMinUsages = 2 });
        await using var connection = await app.OpenConnectionAsync();
        var raw = new RawInvoices(connection, tenant);
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(database));
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var deep = new PageKey(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(rows / 5.0), Guid.Empty);
        (string Name, Func<IDispatcher, Task<int>> Ours, Func<Task<int>> Raw)[] pages =
        [
            ("api.first", d => Listed(d, new()), raw.First),
            ("api.deep", d => Listed(d, new(After: deep)), () => raw.Deep(deep)),
            ("api.deep-by-day", d => Listed(d, new(After: deep) { Order = InvoiceOrder.Issued }), () => raw.DeepByDay(deep)),
            ("desk.first", d => Desk(d, new()), raw.First),
            ("desk.refused", d => Desk(d, new() { Filter = new() { Filing = InvoiceFiling.Refused } }), raw.Refused),
        ];
        foreach (var (name, ours, prepared) in pages)
            tell(await PageComparison.Of($"list.invoices.{name}", rows, options, () => dispatch.As(Caller.System(tenant, "bench"), ours), prepared));
    }

    static async Task<TenantId> Plant(PostgreSqlOptions database, int rows)
    {
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        // The sums of reports have a benchmark of their own, and their triggers would count each row.
        await Run("alter table invoicing.invoices disable trigger user");
        await using var platform = NpgsqlDataSource.Create(database.Platform);
        var tenant = await InvoicesSeed.Plant(platform, rows);
        await Run("vacuum analyze invoicing.invoices");
        return tenant;

        async Task Run(string sql)
        {
            await using var command = owner.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    static async Task<int> Listed(IDispatcher dispatcher, ListInvoices question)
    {
        var page = (await dispatcher.Ask(question)).OrThrow();
        return page.Rows.Count + (page.Next is null ? 0 : 1);
    }

    static async Task<int> Desk(IDispatcher dispatcher, ListOwnInvoices question)
    {
        var page = (await dispatcher.Ask(question)).OrThrow();
        return page.Rows.Count + (page.Next is null ? 0 : 1);
    }
}
