using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.Benchmarks.Ledger;

/// <summary>ledger: what posting costs one by one and in batches, and what its questions take when it holds a million lines.</summary>
static class LedgerBenchmark
{
    const int Asked = 50;

    static readonly DateOnly MonthEnd = new(2026, 10, 31);
    static readonly DateOnly MidMonth = new(2026, 10, 17);

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var database = await server.Database("ledger");
        await using var app = NpgsqlDataSource.Create(database.App);
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(database));
        foreach (var batch in (int[])[1, 100, 1000]) await Post(app, batch, options, report);

        var tenant = new TenantId(Guid.CreateVersion7());
        var lines = options.Of(100_000, 1_000_000, 1_000_000);
        await LedgerSeed.Plant(app, tenant, lines / LedgerSeed.LinesEach);
        await using (var analyze = owner.CreateCommand("analyze ledger.entries; analyze ledger.lines; analyze ledger.balances")) await analyze.ExecuteNonQueryAsync();
        await Questions(portal, tenant, lines, options, report);
    }

    static async Task Post(NpgsqlDataSource app, int batch, BenchOptions options, Report report)
    {
        var entries = Math.Max(500, batch * 10);
        var samples = new List<Sample>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var tenant = new TenantId(Guid.CreateVersion7());
            samples.Add(await Sample.Of(entries, _ => LedgerSeed.Plant(app, tenant, entries, batch)));
        }

        report.Add(Rounds.Row("ledger.post", $"{batch} a commit", "entries/s", samples, s => s.PerSecond));
    }

    static async Task Questions(WebApplication portal, TenantId tenant, int lines, BenchOptions options, Report report)
    {
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        (string Name, Func<IDispatcher, Task<string>> Ask)[] questions =
        [
            ("trial.month-end", async d => Whole((await d.Ask(new GetTrialBalance(MonthEnd))).OrThrow())),
            ("trial.mid-month", async d => Whole((await d.Ask(new GetTrialBalance(MidMonth))).OrThrow())),
            ("account.page", async d => (await d.Ask(new GetAccountLedger(AccountRole.Revenue, new(2026, 1, 1), MonthEnd))).OrThrow().Sums.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("statement", async d => (await d.Ask(new GetCustomerStatement("RO:7", new(2026, 1, 1), MonthEnd))).OrThrow().Name!),
        ];
        foreach (var (name, ask) in questions)
        {
            var samples = new List<Sample>();
            for (var round = 0; round < options.Rounds; round++) samples.Add(await Sample.OneByOne(Asked, _ => dispatch.As(Caller.System(tenant, "bench"), ask)));
            report.Add(Rounds.Row($"ledger.{name}", $"{lines:N0} lines", "µs", samples, s => s.Latency(0.5)) with { P99 = samples.Select(s => s.Latency(0.99)).Median() });
        }
    }

    static string Whole(GetTrialBalance.View view)
    {
        WrongResultException.Unless(view.Difference == 0 && view.Rows.Count == 6, "The trial balance is not zero.");
        return "";
    }
}
