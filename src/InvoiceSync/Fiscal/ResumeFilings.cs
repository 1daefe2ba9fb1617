using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Wakes every filing that is under way, now: after reconnecting nothing should wait out its pause.</summary>
[Requires("fiscal.file")]
public sealed record ResumeFilings : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ResumeFilings, Done>
    {
        public async Task<Done> Handle(ResumeFilings command, CancellationToken ct)
        {
            var open = await db.Filings.Where(f => !FilingStates.Over.Contains(f.State))
                .Select(f => new { f.TenantId, f.Id, f.State }).ToListAsync(ct);
            foreach (var filing in open)
                db.Pending.Add(filing.TenantId, Next(filing.State, filing.Id), filing.Id.ToString(), time.GetUtcNow());
            return default;
        }

        static IProcess<Done> Next(FilingState state, FilingId id) => state switch
        {
            FilingState.Intended => new SubmitFiling(id),
            FilingState.Sent => new PollFiling(id),
            _ => new ReconcileFiling(id),
        };
    }
}
