using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Forgets a log system and its token. What was pushed stays there.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record DeleteOutlet(OutletId Outlet) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<DeleteOutlet, Done>
    {
        public async Task<Done> Handle(DeleteOutlet command, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("audit.read"), CallerErrors.PermissionMissing);
            db.Remove(Rule.Found(await db.Outlets.SingleOrDefaultAsync(o => o.Id == command.Outlet, ct), OutletErrors.NotFound));
            await db.OutletProgress.Where(p => p.Outlet == command.Outlet).ExecuteDeleteAsync(ct);
            await db.ParkedEntries.Where(p => p.Outlet == command.Outlet).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
