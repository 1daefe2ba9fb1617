using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>
/// Lets an archived month go from the database; answers why not, or nothing when it is gone. It leaves no entry in this
/// commit, which holds locks writers of the log wait for: TellDroppedMonths does.
/// </summary>
[Requires("audit.seal")]
public sealed record DropLogMonth(DateOnly Month) : ICommand<string>
{
    internal sealed class Handler(InvoiceSyncDb db, IAuditChain chain) : IHandle<DropLogMonth, string>
    {
        public Task<string> Handle(DropLogMonth command, CancellationToken ct) => chain.DropMonth(db, db.Scope.Tenant!.Value, command.Month, ct);
    }
}
