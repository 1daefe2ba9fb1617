using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Makes what the scheduled exports of a company owe: every period that is over and not made, the oldest first.</summary>
[Requires("audit.export")]
public sealed record MakeExports : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MakeExports, Done>
    {
        public async Task<Done> Handle(MakeExports command, CancellationToken ct)
        {
            foreach (var due in (await dispatcher.Ask(new ListDueExports(), ct)).OrThrow())
            {
                var made = await dispatcher.Send(new MakeExport(due.Plan, due.Period), ct);
                // Another node made it in the same moment: then it is made.
                if (made.Error is { Code: not "row.duplicated" }) made.OrThrow();
            }

            return default;
        }
    }
}
