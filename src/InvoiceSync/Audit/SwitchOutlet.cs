using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Stops pushing the log to a log system, or goes on where it stopped: nothing is left out.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SwitchOutlet(OutletId Outlet, bool On) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SwitchOutlet, Done>
    {
        public async Task<Done> Handle(SwitchOutlet command, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("audit.read"), CallerErrors.PermissionMissing);
            var outlet = Rule.Found(await db.Outlets.SingleOrDefaultAsync(o => o.Id == command.Outlet, ct), OutletErrors.NotFound);
            outlet.Switch(command.On);
            (await db.OutletProgress.SingleAsync(p => p.Outlet == outlet.Id, ct)).Work();
            db.Pending.Add(outlet.TenantId, new PushOutlet(outlet.Id), outlet.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
