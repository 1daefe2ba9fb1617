using System.Globalization;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.IntegrationTests.Plans;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Benchmarks.Reports;

/// <summary>reports: what each report takes where one company has half of all invoices, through the dispatcher and with every wall; the goal is 10 ms.</summary>
static class ReportsBenchmark
{
    const int Asked = 50;

    static readonly DateOnly First = new(2026, 10, 1);

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        var database = await server.Database("reports");
        var invoices = options.Of(20_000, 2_000_000, 10_000_000);
        var tenant = (await ReportsSeed.Plant(database.Owner, invoices, default))[0];
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(database));
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        (string Name, Func<IDispatcher, Task<int>> Ask)[] questions =
        [
            ("sales.month-by-day", async d => (await d.Ask(new GetSalesReport(First, First.AddDays(30), ReportStep.Day))).OrThrow().Rows.Count),
            ("sales.year-by-month", async d => (await d.Ask(new GetSalesReport(First.AddYears(-1), First))).OrThrow().Rows.Count),
            ("tax.month", async d => (await d.Ask(new GetTaxReport(First, First.AddDays(30)))).OrThrow().Rows.Count),
            ("tax.year", async d => (await d.Ask(new GetTaxReport(First.AddYears(-1), First))).OrThrow().Rows.Count),
            ("tax.month-of-supply", async d => (await d.Ask(new GetTaxReport(First, First, TaxBasis.Supply))).OrThrow().Rows.Count),
            ("customers.month", async d => (await d.Ask(new ListTopCustomers(First, First))).OrThrow().Rows.Count),
            ("products.month", async d => (await d.Ask(new ListTopProducts(First, First))).OrThrow().Rows.Count),
            ("aging", async d => (await d.Ask(new GetAgingReport())).OrThrow().Rows.Count),
            ("debtors", async d => (await d.Ask(new ListDebtors(Currency.Ron))).OrThrow().Rows.Count),
        ];
        foreach (var (name, ask) in questions)
        {
            var samples = new List<Sample>();
            for (var round = 0; round < options.Rounds; round++) samples.Add(await Sample.OneByOne(Asked, _ => dispatch.As(Caller.System(tenant, "bench"), d => Said(ask(d)))));
            var row = Rounds.Row($"reports.{name}", string.Create(CultureInfo.InvariantCulture, $"{invoices / 2:N0} invoices"), "µs", samples, s => s.Latency(0.5));
            report.Add(row with { P99 = samples.Select(s => s.Latency(0.99)).Median() });
        }
    }

    static async Task<string> Said(Task<int> rows)
    {
        WrongResultException.Unless(await rows > 0, "A report is empty.");
        return "";
    }
}
