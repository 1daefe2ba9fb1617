using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Sees to it that the work of pushing is in the queue, should it have been given up or lost.</summary>
[Requires("audit.push")]
public sealed record StartOutlets : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<StartOutlets, Done>
    {
        public async Task<Done> Handle(StartOutlets command, CancellationToken ct)
        {
            foreach (var outlet in await db.Outlets.Where(o => o.IsOn).Select(o => o.Id).ToListAsync(ct))
                db.Pending.Add(db.Scope.Tenant!.Value, new PushOutlet(outlet), outlet.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
