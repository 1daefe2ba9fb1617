using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Looks again soon whether there is something new for a log system: at once when there is more, in ten seconds when there is not.</summary>
[Requires("audit.push")]
sealed record WaitForEntries(OutletId Outlet) : ICommand<Done>
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<WaitForEntries, Done>
    {
        public async Task<Done> Handle(WaitForEntries command, CancellationToken ct)
        {
            if (!await db.Outlets.AnyAsync(o => o.Id == command.Outlet && o.IsOn, ct)) return default;
            var at = await db.OutletProgress.AsNoTracking().SingleAsync(p => p.Outlet == command.Outlet, ct);
            var end = await db.ChainHeads.Select(h => h.Seq).SingleOrDefaultAsync(ct);
            var next = at.NotBefore ?? (at.Seq < end ? time.GetUtcNow() : time.GetUtcNow() + Pause);
            db.Pending.Add(db.Scope.Tenant!.Value, new PushOutlet(command.Outlet), command.Outlet.ToString(), next);
            return default;
        }
    }
}
