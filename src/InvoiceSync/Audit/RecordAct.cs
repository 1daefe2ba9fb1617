using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>
/// Writes one act into the audit log, for processes and pages that have no unit of work to note it in. A caller without
/// company writes into the installation's own chain.
/// </summary>
[Anonymous]
public sealed record RecordAct(Act Act) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RecordAct, Done>
    {
        public Task<Done> Handle(RecordAct command, CancellationToken ct)
        {
            db.Note(command.Act);
            return Task.FromResult(default(Done));
        }
    }
}
