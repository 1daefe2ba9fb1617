using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Benchmarks.Messages;

/// <summary>message: what every message pays before its own work begins: a scope, a context, a transaction in the tenant's name; then one small question.</summary>
static class MessageBenchmark
{
    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(await server.Database("messages")));
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var databases = portal.Services.GetRequiredService<DatabaseFactory>();
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        var company = Caller.System((await dispatch.As(setUp, d => d.Send(new CreateTenant("bench", "Bench", TenantMode.Practice)))).OrThrow(), "bench");
        var nothing = TimeProvider.System.New<InvoiceId>();
        var scope = new DbScope(company.Tenant, false);

        await Measure("message.context", () =>
        {
            using var db = databases.Open(scope);
            _ = db.ChangeTracker;
            return Task.CompletedTask;
        });
        await Measure("message.transaction", async () =>
        {
            await using var db = databases.Open(scope);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await transaction.CommitAsync();
        });
        await Measure("message.ask", async () => (await dispatch.As(company, d => d.Ask(new GetFilingState(nothing)))).OrThrow());

        async Task Measure(string name, Func<Task> each)
        {
            var many = options.Of(1_000, 5_000, 20_000);
            await Sample.OneByOne(many / 2, _ => each());
            var samples = new List<Sample>();
            for (var round = 0; round < options.Rounds; round++) samples.Add(await Sample.OneByOne(many, _ => each()));
            report.Add(Rounds.Row(name, $"{many:N0}", "µs", samples, s => s.MicrosecondsEach));
        }
    }
}
