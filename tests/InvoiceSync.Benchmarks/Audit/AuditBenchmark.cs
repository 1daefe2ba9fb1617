using InvoiceSync.Audit;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.Benchmarks.Audit;

/// <summary>audit: what appending costs, how fast a log is read as evidence and verified from a file, and what its filters take.</summary>
static class AuditBenchmark
{
    const int Asked = 50;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var database = await server.Database("audit");
        await using var app = NpgsqlDataSource.Create(database.App);
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(database));
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var owner = NpgsqlDataSource.Create(database.Owner);
        foreach (var batch in (int[])[1, 100, 1000]) await Append(app, owner, batch, options, report);

        var rows = options.Of(100_000, 1_000_000, 1_000_000);
        await LogSeed.Plant(app, tenant, rows);
        await Verify(portal, tenant, rows, options, report);

        var many = options.Of(rows, rows, 10_000_000);
        await LogSeed.Plant(app, tenant, many - rows);
        await People(portal, tenant);
        await using (var analyze = owner.CreateCommand("analyze audit.log")) await analyze.ExecuteNonQueryAsync();
        await Filters(portal, tenant, many, options, report);
    }

    static async Task Append(NpgsqlDataSource app, NpgsqlDataSource owner, int batch, BenchOptions options, Report report)
    {
        var rows = Math.Max(500, batch * 20);
        var (samples, copies) = (new List<Sample>(), new List<Sample>());
        await LogCopy.Clear(owner);
        for (var round = 0; round < options.Rounds; round++)
        {
            var tenant = new TenantId(Guid.CreateVersion7());
            samples.Add(await Sample.Of(rows, _ => LogSeed.Plant(app, tenant, rows, batch)));
            copies.Add(await LogCopy.Measure(owner, rows, batch));
        }

        report.Add(Rounds.Row("audit.append", $"{batch} a commit", "entries/s", samples, s => s.PerSecond, [.. copies.Select(c => c.PerSecond)]) with { Note = "beside: COPY" });
    }

    // Fifty people with keys of their own, whom the filter by address has to try one by one.
    static async Task People(WebApplication portal, TenantId tenant)
    {
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        for (var person = 0; person < 50; person++)
        {
            var caller = Caller.System(tenant, $"usr_{person}") with { Name = $"Person {person}", Address = $"192.0.2.{person}" };
            (await dispatch.As(caller, d => d.Send(new RecordAct(new("invoice.viewed", "invoice", $"inv_{person}"))))).OrThrow();
        }
    }

    static async Task Verify(WebApplication portal, TenantId tenant, int rows, BenchOptions options, Report report)
    {
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var me = Caller.System(tenant, "bench");
        using var file = new MemoryStream();
        await new EvidenceFile(file).Write(async after => (await dispatch.As(me, d => d.Ask(new ReadEvidence(after)))).OrThrow(), CancellationToken.None);
        var (here, apart) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < options.Rounds; round++)
        {
            here.Add(await Sample.Of(rows, _ => new EvidenceFile(Stream.Null).Write(async after => (await dispatch.As(me, d => d.Ask(new ReadEvidence(after)))).OrThrow(), CancellationToken.None)));
            file.Position = 0;
            apart.Add(await Sample.Of(rows, _ => Task.Run(() => Holds(new LogWalk(null, []).Walk(file, CancellationToken.None).Problems))));
        }

        report.Add(Rounds.Row("audit.evidence.database", $"{rows:N0} entries", "entries/s", here, s => s.PerSecond));
        report.Add(Rounds.Row("audit.verify.file", $"{rows:N0} entries", "entries/s", apart, s => s.PerSecond));
    }

    static async Task Filters(WebApplication portal, TenantId tenant, int rows, BenchOptions options, Report report)
    {
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        (string Name, ListActivity Question)[] filters =
        [
            ("newest", new()), ("who", new(Who: "usr_7")), ("resource", new(Resource: "sal_4242")), ("event", new(Event: "sale.updated")),
            ("status", new(Status: "failed")), ("ok", new(Status: "ok")), ("address", new(Address: "192.0.2.7")), ("day", new(From: Today, To: Today)), ("long ago", new(To: Today.AddDays(-400))), ("nobody", new(Who: "usr_nobody")), ("words", new(Words: "Accepted")),
        ];
        foreach (var (name, question) in filters)
        {
            var samples = new List<Sample>();
            for (var round = 0; round < options.Rounds; round++)
                samples.Add(await Sample.OneByOne(Asked, async _ => (await dispatch.As(Caller.System(tenant, "bench"), d => d.Ask(question))).OrThrow()));
            report.Add(Rounds.Row($"audit.filter.{name}", $"{rows:N0} entries", "µs", samples, s => s.Latency(0.5)) with { P99 = samples.Select(s => s.Latency(0.99)).Median() });
        }
    }

    static void Holds(IReadOnlyList<string> problems) => WrongResultException.Unless(problems.Count == 0, string.Join('\n', problems));
}
