using InvoiceSync.Benchmarks;
using InvoiceSync.Benchmarks.Audit;
using InvoiceSync.Benchmarks.Filing;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Benchmarks.Hooks;
using InvoiceSync.Benchmarks.Invoices;
using InvoiceSync.Benchmarks.Ledger;
using InvoiceSync.Benchmarks.Lists;
using InvoiceSync.Benchmarks.Messages;
using InvoiceSync.Benchmarks.Queue;
using InvoiceSync.Benchmarks.Reports;

var options = BenchOptions.Read(args);
await using var server = await BenchServer.Start();
var report = new Report(options);
(string Name, Func<Task> Run)[] suite =
[
    ("hook.intake", () => HookBenchmark.Run(server, options, report)),
    ("list.sales", () => ListBenchmark.Run(server, options, report)),
    ("list.invoices", () => InvoiceListBenchmark.Run(server, options, report)),
    ("invoices", () => InvoicingBenchmark.Run(server, options, report)),
    ("message", () => MessageBenchmark.Run(server, options, report)),
    ("queue", () => QueueBenchmark.Run(server, options, report)),
    ("filing", () => FilingBenchmark.Run(server, options, report)),
    ("audit", () => AuditBenchmark.Run(server, options, report)),
    ("ledger", () => LedgerBenchmark.Run(server, options, report)),
    ("reports", () => ReportsBenchmark.Run(server, options, report)),
    ("ubl.write", () => Task.Run(() => UblBenchmark.Run(options, report))),
    ("rulebook", () => Task.Run(() => RulebookBenchmark.Run(options, report))),
];
try
{
    foreach (var (name, run) in suite)
        if (options.Only is not { } only || name.StartsWith(only, StringComparison.Ordinal)) await run();
}
finally
{
    report.Print(Console.Out);
    await report.Write();
}
