using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger;

/// <summary>Checks the ledger every night. One that does not hold stays among the failed work until somebody has looked.</summary>
[Requires("ledger.post")]
public sealed record WatchLedger : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<WatchLedger, Done>
    {
        public async Task<Done> Handle(WatchLedger command, CancellationToken ct)
        {
            var report = (await dispatcher.Ask(new CheckLedger(), ct)).OrThrow();
            Rule.Require(report.Holds, Model.LedgerErrors.Drifted);
            return default;
        }
    }
}
