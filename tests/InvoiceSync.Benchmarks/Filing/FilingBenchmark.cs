using System.Diagnostics;
using System.Globalization;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Npgsql;

namespace InvoiceSync.Benchmarks.Filing;

/// <summary>
/// filing: sales that lie with the practice Stripe are read, invoiced, filed, accepted and archived; documents a second, calls
/// and memory of the portal. Twenty companies, since ANAF allows a company 1000 calls a minute. Each must be accepted once.
/// </summary>
static class FilingBenchmark
{
    const int Companies = 20;

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var sales = options.Of(500, 4_000, 20_000);
        var calls = new CountedCalls();
        await using var world = await PracticeProcess.Start();
        var database = await server.Database("filing");
        await using var portal = await PortalHost.Build([.. BenchPortal.Arguments(database), "--InvoiceSync:Roles=portal,api,jobs"], services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new ProviderHosts { Practice = world.Address }));
            services.ConfigureAll<HttpClientFactoryOptions>(o => o.HttpMessageHandlerBuilderActions.Add(b => b.AdditionalHandlers.Add(calls.Handler())));
        });
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var companies = new List<Caller>();
        for (var number = 0; number < Companies; number++) companies.Add(await FilingCompany.Make(dispatch, world, number, sales / Companies));
        await portal.StartAsync();

        var (before, memory) = (calls.Made, new List<long>());
        var sample = await Sample.Of(sales, async _ =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            foreach (var company in companies) (await dispatch.As(company, d => d.Send(new StartSync(today.AddDays(-1), today.AddDays(1))))).OrThrow();
            while (await Archived(database.Platform) < sales)
            {
                memory.Add(Process.GetCurrentProcess().WorkingSet64 / 1024 / 1024);
                await Task.Delay(500);
            }
        });
        await EachWasAcceptedOnce(world, sales);
        report.Add(Rounds.Row("filing.end-to-end", $"{sales:N0} sales, {Companies} companies", "docs/s", [sample], s => s.PerSecond) with
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{(calls.Made - before) / (double)sales:N1} calls each; portal {memory[memory.Count / 4]} MB after a quarter, {memory.Max()} MB at most, {memory[^1]} MB at the end, {OwnMemory()} MB of it its own"),
        });
        await portal.StopAsync();
    }

    // What no file on disk stands behind: the rest are pages of libraries, which the system may drop and others share.
    static long OwnMemory() =>
        File.ReadLines("/proc/self/smaps_rollup").Where(line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;

    static async Task<long> Archived(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select count(*) from fiscal.archived_files where kind = 'Zip'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static async Task EachWasAcceptedOnce(PracticeProcess world, int sales)
    {
        var uploads = (await world.Get("log")).GetProperty("uploads").EnumerateArray().ToList();
        WrongResultException.Unless(uploads.Count == sales && uploads.TrueForAll(u => u.GetProperty("verdict").GetString() == "ok"), $"{uploads.Count} uploads for {sales} sales, or one refused.");
    }
}
