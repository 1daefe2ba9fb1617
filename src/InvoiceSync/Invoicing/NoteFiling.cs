using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Keeps on the invoice how far its filing has come, for lists and counts. What comes late, with a lower version, changes
/// nothing; the log has it from the filing already.
/// </summary>
[Requires("fiscal.file")]
public sealed record NoteFiling(InvoiceId Invoice, InvoiceFiling State, long Version) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<NoteFiling, Done>
    {
        public async Task<Done> Handle(NoteFiling command, CancellationToken ct)
        {
            var changed = await db.Invoices.Where(i => i.Id == command.Invoice && i.FilingVersion < command.Version)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Filing, command.State).SetProperty(x => x.FilingVersion, command.Version), ct);
            if (changed > 0) db.Pending.Notices.Add(new(who.Caller.Tenant, "invoice", command.Invoice.Value));
            return default;
        }
    }
}
