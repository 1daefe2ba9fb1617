using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Checks the sums behind the reports every night. Sums that do not hold stay among the failed work until somebody has looked.</summary>
[Requires("report.view")]
public sealed record WatchReports : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<WatchReports, Done>
    {
        public async Task<Done> Handle(WatchReports command, CancellationToken ct)
        {
            var drifted = (await dispatcher.Ask(new CheckReports(), ct)).OrThrow();
            Rule.Require(drifted.Count == 0, Model.ReportErrors.Drifted);
            return default;
        }
    }
}
