using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Reads the log and says whether it holds: from the last checkpoint, or Whole from its first entry.</summary>
[Requires("audit.read")]
public sealed record VerifyLog(bool Whole = false) : IQuery<VerifyLog.Report>
{
    /// <summary>Entries read, the size and root reached, checkpoints whose signature and root are right, and what is wrong, at most twenty of it.</summary>
    public sealed record Report(long Read, long Size, string Root, int Checkpoints, IReadOnlyList<string> Problems)
    {
        public bool Holds => Problems.Count == 0;
    }

    internal sealed class Handler(InvoiceSyncDb db, CheckpointKeys keys) : IHandle<VerifyLog, Report>
    {
        public async Task<Report> Handle(VerifyLog query, CancellationToken ct)
        {
            var tenant = db.Scope.Tenant!.Value;
            db.Note(new("audit.verified", "audit_log"));
            var checkpoints = await db.Checkpoints.AsNoTracking().OrderBy(c => c.Size).ToListAsync(ct);
            var check = new ChainCheck(tenant, keys, checkpoints, query.Whole ? null : checkpoints.LastOrDefault());
            var entries = db.AuditEntries.AsNoTracking().Where(e => e.Seq > check.Start).OrderBy(e => e.Seq);
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct)) check.Next(entry);

            check.End(await db.ChainHeads.AsNoTracking().SingleOrDefaultAsync(ct));
            return check.Report();
        }
    }
}
