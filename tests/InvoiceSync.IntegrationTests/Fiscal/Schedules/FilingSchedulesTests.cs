using System.Globalization;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>
/// Seeded storms over the filing of every sale: at most one document with the authority, none forgotten, whatever is cut,
/// lost, doubled or killed. INVOICESYNC_TEST_SCHEDULES plays others, like 0-10000.
/// </summary>
public sealed class FilingSchedulesTests(TestCluster cluster)
{
    const int Sales = 10, EachWorld = 500;

    static int[] Wanted => [.. (Environment.GetEnvironmentVariable("INVOICESYNC_TEST_SCHEDULES") ?? "0-60").Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    [Fact]
    public async Task However_lines_break_and_machines_die_each_sale_is_filed_once_and_none_is_forgotten()
    {
        var (first, end) = (Wanted[0], Wanted[1]);
        for (var played = first; played < end; played += EachWorld)
        {
            await using var world = await FilingWorld.Open(cluster);
            for (var sale = played; sale < Math.Min(played + EachWorld, end); sale += Sales)
                Assert.Empty(await new Schedule(world, sale, Cui(sale)).Play(Sales));
        }
    }

    [Fact]
    public async Task A_build_that_does_not_write_down_its_intention_is_found_out() =>
        await FindsOut(services => services.AddTransient<IHandle<BeginSending, bool>, Sabotage.NoIntent>());

    [Fact]
    public async Task A_build_that_sends_again_after_a_time_out_is_found_out() =>
        await FindsOut(services => services.AddTransient<IHandle<RecordSubmission, Done>, Sabotage.RetryOnTimeOut>());

    [Fact]
    public async Task A_database_without_the_unique_key_is_found_out() =>
        await FindsOut(null, "drop index fiscal.ix_filings_tenant_id_invoice_id");

    async Task FindsOut(Action<IServiceCollection>? sabotage, string? sql = null)
    {
        await using var world = await FilingWorld.Open(cluster, sabotage);
        if (sql is not null) await Database.Ask(world.Database.Owner, sql, TestContext.Current.CancellationToken);
        for (var seed = 0; seed < 300; seed += Sales)
            if ((await new Schedule(world, seed, Cui(seed)).Play(Sales)).Any(IsTwice)) return;
        Assert.Fail("A broken build passed.");
    }

    static bool IsTwice(string fault) => fault.Contains("ok ok", StringComparison.Ordinal) || fault.Contains("ok nok", StringComparison.Ordinal) || fault.Contains("two filings", StringComparison.Ordinal);

    // Digits before the last weigh 7 5 3 2 1 7 5 3 2 from the right; the sum times ten, modulo eleven, is the check digit.
    static string Cui(int seed)
    {
        var digits = (7_000_000 + seed).ToString(CultureInfo.InvariantCulture);
        int[] weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        return $"{digits}{digits.Select((d, at) => (d - '0') * weights[weights.Length - digits.Length + at]).Sum() * 10 % 11 % 10}";
    }
}
