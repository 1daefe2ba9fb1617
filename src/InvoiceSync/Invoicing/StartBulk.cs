using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Does what a plan of the caller's own says, in the background. Asked twice it is done once.</summary>
[Requires("invoice.read")]
public sealed record StartBulk(BulkRunId Run) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<StartBulk, Done>
    {
        public async Task<Done> Handle(StartBulk command, CancellationToken ct)
        {
            var run = Rule.Found(await db.BulkRuns.SingleOrDefaultAsync(r => r.Id == command.Run && r.Owner == who.Caller.Actor, ct), BulkErrors.NotFound);
            if (run.StartedAt is not null) return default;
            run.Start(time.GetUtcNow());
            db.Note(new("bulk.started", "bulk", run.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["act"] = run.Act },
            });
            db.Pending.Add(run.TenantId, new RunBulk(run.Id), run.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
