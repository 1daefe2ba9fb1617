using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Pushes again from the oldest parked entry on, once the log system takes what it refused. What it has already it knows by the entry's id.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record ResendParked(OutletId Outlet) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ResendParked, Done>
    {
        public async Task<Done> Handle(ResendParked command, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("audit.read"), CallerErrors.PermissionMissing);
            var at = Rule.Found(await db.OutletProgress.SingleOrDefaultAsync(p => p.Outlet == command.Outlet, ct), OutletErrors.NotFound);
            if (await db.ParkedEntries.Where(p => p.Outlet == command.Outlet).MinAsync(p => (long?)p.Seq, ct) is not { } oldest) return default;
            await db.ParkedEntries.Where(p => p.Outlet == command.Outlet).ExecuteDeleteAsync(ct);
            at.Seq = oldest - 1;
            at.Work();
            db.Note(new("outlet.resent", "outlet", command.Outlet.ToString()));
            db.Pending.Add(at.TenantId, new PushOutlet(command.Outlet), command.Outlet.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
