using InvoiceSync.Benchmarks.Harness;

namespace InvoiceSync.Benchmarks.Lists;

/// <summary>One page asked of the portal and of prepared SQL in turn; both must find as many rows.</summary>
static class PageComparison
{
    const int Asked = 300;
    const int Warm = 1500; // until the JIT has finished with EF

    public static async Task<Row> Of(string name, int rows, BenchOptions options, Func<Task<int>> ours, Func<Task<int>> raw)
    {
        var expected = await raw();
        WrongResultException.Unless(expected > 0 && await ours() == expected, $"{name}: {await ours()} rows, {expected} by prepared SQL.");
        using var commands = new CommandCount();
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

        return Rounds.Row(name, $"{rows:N0} rows", "µs", mine, s => s.Latency(0.5), limits) with { Commands = count, P99 = mine.Select(s => s.Latency(0.99)).Median() };
    }

    static async Task<double> Median(Func<Task<int>> raw) => (await Sample.OneByOne(Asked, async _ => await raw())).Latency(0.5);
}
