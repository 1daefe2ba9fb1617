using InvoiceSync.Benchmarks.Harness;
using Npgsql;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>
/// hook.intake: signed events through the real endpoint, acknowledged after commit. In the same round hook.nodb, the endpoint
/// without its database, and hook.raw, the database without its endpoint; in series they allow 1/(1/nodb + 1/raw).
/// </summary>
static class HookBenchmark
{
    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var database = await server.Database("hooks");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Platform) { MaxAutoPrepare = 16, AutoPrepareMinUsages = 2 });
        await using var full = await HookPortal.Start(database, "bench-full");
        await using var bare = await HookPortal.Start(database, "bench-bare", new NoInbox());
        foreach (var connections in (int[])[1, 64, 256])
        {
            var events = options.Of(6_000, 30_000, 120_000) / (connections == 1 ? 6 : 1);
            var rounds = new List<Round>();
            await One(-1); // warm-up, not counted
            for (var round = 0; round < options.Rounds; round++) rounds.Add(await One(round));
            foreach (var row in Rows(connections, rounds)) report.Add(row);

            async Task<Round> One(int round)
            {
                var run = $"{connections}r{round + 1}";
                var now = TimeProvider.System.GetUtcNow();
                var sent = SignedEvents.Make(events, run, full.Path, HookPortal.Secret, now);
                var unkept = SignedEvents.Make(events, run, bare.Path, HookPortal.Secret, now);
                Func<Task<Sample>>[] parts =
                [
                    () => full.Take(sent, connections),
                    () => bare.Take(unkept, connections),
                    () => RawInbox.Take(source, bare.Tenant, bare.Connection, run, events, connections),
                ];
                using var commands = new CommandCount();
                var samples = new Sample[parts.Length];
                var taken = 0;
                // There and back again, so that none is always the first.
                foreach (var part in round % 2 == 0 ? [0, 1, 2] : (int[])[2, 1, 0])
                {
                    GC.Collect();
                    var before = commands.Count;
                    samples[part] = await parts[part]();
                    if (part == 0) taken = commands.Count - before;
                }

                await InboxCheck.EachOnce(source, full, sent);
                return new(samples[0], samples[1], samples[2], (double)taken / events);
            }
        }
    }

    static IEnumerable<Row> Rows(int connections, List<Round> rounds)
    {
        var size = $"{connections} conn";
        var composites = rounds.Select(r => 1 / ((1 / r.Bare.PerSecond) + (1 / r.Raw.PerSecond))).ToList();
        var full = rounds.ConvertAll(r => r.Full);
        yield return Rounds.Row("hook.intake", size, "ev/s", full, s => s.PerSecond, composites) with
        {
            Commands = rounds.Select(r => r.Commands).Median(),
            Note = $"p50 {full.Select(s => s.Latency(0.5)).Median() / 1000:N1} ms, p99 {full.Select(s => s.Latency(0.99)).Median() / 1000:N1} ms; "
                + $"{rounds.Select(r => r.Full.PerSecond / r.Raw.PerSecond).Median():N2} of raw",
        };
        yield return Rounds.Row("hook.nodb", size, "ev/s", rounds.ConvertAll(r => r.Bare), s => s.PerSecond);
        yield return Rounds.Row("hook.raw", size, "ev/s", rounds.ConvertAll(r => r.Raw), s => s.PerSecond);
    }

    sealed record Round(Sample Full, Sample Bare, Sample Raw, double Commands);
}
