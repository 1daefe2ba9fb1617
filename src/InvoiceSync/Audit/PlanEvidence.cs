using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// What the evidence of a log is made of: where it begins, the archived months to copy, and where the database goes on. Without
/// Archive it begins behind the months that left the database, for whoever keeps their files.
/// </summary>
[Requires("audit.read")]
public sealed record PlanEvidence(bool Archive = true) : IQuery<PlanEvidence.Plan>
{
    /// <summary>Link is null when the evidence begins at the log's first entry; Cut is how many entries lie in the months.</summary>
    public sealed record Plan(TenantId Tenant, LogState Before, byte[]? Link, IReadOnlyList<Month> Months, long Cut);

    public sealed record Month(string File, LogState Before);

    internal sealed class Handler(InvoiceSyncDb db, ILogArchive archive) : IHandle<PlanEvidence, Plan>
    {
        public async Task<Plan> Handle(PlanEvidence query, CancellationToken ct)
        {
            var tenant = db.Scope.Tenant!.Value;
            var dropped = await db.ArchivedMonths.AsNoTracking().Where(m => m.DroppedAt != null).OrderBy(m => m.Month).ToListAsync(ct);
            var (before, months) = (LogState.Start, new List<Month>());
            foreach (var month in dropped)
            {
                if (!query.Archive || month.FileDeletedAt is not null) months.Clear();
                else months.Add(new(month.File, before));
                before = new(month.Size, month.Head, month.Frontier);
            }

            Rule.Require(months.TrueForAll(m => archive.Files(tenant).Contains(m.File)), AuditErrors.ArchiveMissing);
            // The entry of a log that is in the database whole is left where it is read.
            if (before.Size > 0) db.Note(new("audit.exported", "audit_log") { Details = new Dictionary<string, string> { ["form"] = "evidence" } });
            var start = months.Count > 0 ? months[0].Before : before;
            return new(tenant, start, start.Size == 0 ? null : await Link(start.Size, ct), months, before.Size);
        }

        async Task<byte[]> Link(long size, CancellationToken ct)
        {
            var last = await db.Checkpoints.Where(c => c.Size <= size).OrderByDescending(c => c.Size).Select(c => c.Body).FirstOrDefaultAsync(ct);
            return last is null ? new byte[EntryHash.Length] : SHA256.HashData(Encoding.UTF8.GetBytes(last));
        }
    }
}
