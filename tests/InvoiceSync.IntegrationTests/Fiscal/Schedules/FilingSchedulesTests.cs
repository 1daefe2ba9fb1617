using System.Globalization;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>
/// Seeded storms over the filing of every sale: at most one document with ANAF or SmartBill, none at both, none forgotten, whatever is
/// cut, lost, doubled or killed. INVOICESYNC_TEST_SCHEDULES plays others, like 0-10000.
/// </summary>
public sealed class FilingSchedulesTests(TestCluster cluster)
{
    const int Sales = 10, EachWorld = 500, AtOnce = 2;

    static int[] Wanted => [.. (Environment.GetEnvironmentVariable("INVOICESYNC_TEST_SCHEDULES") ?? "0-60").Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    [Fact]
    public async Task However_lines_break_and_machines_die_each_sale_is_filed_once_and_none_is_forgotten()
    {
        var (first, end) = (Wanted[0], Wanted[1]);
        var worlds = Enumerable.Range(0, (end - first + EachWorld - 1) / EachWorld).Select(n => first + n * EachWorld);
        await Parallel.ForEachAsync(worlds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (played, _) =>
        {
            await using var world = await FilingWorld.Open(cluster);
            for (var seed = played; seed < Math.Min(played + EachWorld, end); seed += Sales)
                Assert.Empty(await new Schedule(world, seed, Place(seed)).Play(Sales));
        });
    }

    [Theory]
    [InlineData(StormCompany.Anaf)]
    [InlineData(StormCompany.SmartBill)]
    public async Task A_build_that_does_not_write_down_its_intention_is_found_out(string place) =>
        await FindsOut(place, services => services.AddTransient<IHandle<BeginSending, bool>, Sabotage.NoIntent>());

    [Theory]
    [InlineData(StormCompany.Anaf)]
    [InlineData(StormCompany.SmartBill)]
    public async Task A_build_that_sends_again_after_a_time_out_is_found_out(string place) =>
        await FindsOut(place, services => services.AddTransient<IHandle<RecordSubmission, Done>, Sabotage.RetryOnTimeOut>());

    [Theory]
    [InlineData(StormCompany.Anaf)]
    [InlineData(StormCompany.SmartBill)]
    public async Task A_database_without_the_unique_key_is_found_out(string place) =>
        await FindsOut(place, null, "drop index fiscal.ix_filings_tenant_id_invoice_id");

    async Task FindsOut(string place, Action<IServiceCollection>? sabotage, string? sql = null)
    {
        await using var world = await FilingWorld.Open(cluster, sabotage);
        if (sql is not null) await Database.Ask(world.Database.Owner, sql, TestContext.Current.CancellationToken);
        for (var seed = 0; seed < 300; seed += Sales)
            if ((await new Schedule(world, seed, place).Play(Sales)).Any(IsTwice)) return;
        Assert.Fail("A broken build passed.");
    }

    static string Place(int seed) => seed / Sales % 2 == 0 ? StormCompany.Anaf : StormCompany.SmartBill;

    // Two verdicts of the authority, two numbers of SmartBill, one of each, or two filings of ours.
    static bool IsTwice(string fault) =>
        fault.Contains("'ok ok", StringComparison.Ordinal) || fault.Contains("'ok nok", StringComparison.Ordinal) || fault.Contains(", FCT", StringComparison.Ordinal)
        || fault.Contains("'ok', SmartBill 'FCT", StringComparison.Ordinal) || fault.Contains("two filings", StringComparison.Ordinal);
}
