using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Benchmarks.Queue;

/// <summary>queue: work put in, leased and completed in batches, over twenty tenants; every piece is claimed exactly once and none is left.</summary>
static class QueueBenchmark
{
    const int Tenants = 20;
    const int Batch = 500;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(await server.Database("queue")));
        var store = portal.Services.GetRequiredService<IWorkStore>();
        var databases = portal.Services.GetRequiredService<DatabaseFactory>();
        var time = TimeProvider.System;
        var tenants = Enumerable.Range(0, Tenants).Select(_ => time.New<TenantId>()).ToArray();
        var pieces = options.Of(20_000, 100_000, 500_000);
        var (enqueued, claimed, completed) = (new List<Sample>(), new List<Sample>(), new List<Sample>());
        for (var round = -1; round < options.Rounds; round++)
        {
            var work = Enumerable.Range(0, pieces).Select(n => new NewWork(tenants[n % Tenants], "Bench", $"{round}-{n}", "{}", time.GetUtcNow())).Chunk(Batch).ToArray();
            var put = await Sample.Of(pieces, _ => Put(databases, work));
            var leased = new List<LeasedWork>(pieces);
            var node = Guid.CreateVersion7();
            var take = await Sample.Of(pieces, _ => Claim(store, node, leased));
            WrongResultException.Unless(leased.Count == pieces && leased.Select(l => l.Key).Distinct().Count() == pieces, $"{leased.Count} of {pieces} were claimed.");
            var done = await Sample.Of(pieces, async _ =>
            {
                foreach (var finished in leased.Chunk(Batch)) await store.Complete(node, finished, time.GetUtcNow(), CancellationToken.None);
            });
            await using var db = databases.Open(DbScope.Platform);
            WrongResultException.Unless(!db.Set<WorkItem>().Any(), "Work is left.");
            if (round < 0) continue; // warm-up
            enqueued.Add(put);
            claimed.Add(take);
            completed.Add(done);
        }

        report.Add(Rounds.Row("queue.enqueue", $"{pieces:N0}", "jobs/s", enqueued, s => s.PerSecond));
        report.Add(Rounds.Row("queue.claim", $"{pieces:N0}", "jobs/s", claimed, s => s.PerSecond));
        report.Add(Rounds.Row("queue.complete", $"{pieces:N0}", "jobs/s", completed, s => s.PerSecond));
    }

    static async Task Put(DatabaseFactory databases, NewWork[][] batches)
    {
        await using var db = databases.Open(DbScope.Platform);
        await db.Database.OpenConnectionAsync();
        foreach (var batch in batches) await db.Dialect.Enqueue(db, batch, CancellationToken.None);
    }

    static async Task Claim(IWorkStore store, Guid node, List<LeasedWork> leased)
    {
        while (await store.Claim(node, Batch, Batch / Tenants * 2, [], TimeProvider.System.GetUtcNow(), Lease, CancellationToken.None) is { Count: > 0 } some)
            leased.AddRange(some);
    }
}
