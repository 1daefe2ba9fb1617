using System.Globalization;
using System.Security.Cryptography;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// Reads the log and says whether it holds: from the last checkpoint, or Whole from the first entry the database still has, and
/// whether each archived month is the file it was. What lies in files is verified by invoicesync audit verify.
/// </summary>
[Requires("audit.read")]
public sealed record VerifyLog(bool Whole = false) : IQuery<VerifyLog.Report>
{
    /// <summary>
    /// Entries read, behind how many others, the size and root reached, checkpoints whose signature and root are right, archived
    /// months whose file is the one that was read back, and what is wrong, at most twenty of it.
    /// </summary>
    public sealed record Report(long Read, long Since, long Size, string Root, int Checkpoints, int Archives, IReadOnlyList<string> Problems)
    {
        public bool Holds => Problems.Count == 0;
    }

    internal sealed class Handler(InvoiceSyncDb db, CheckpointKeys keys, ILogArchive archive) : IHandle<VerifyLog, Report>
    {
        public async Task<Report> Handle(VerifyLog query, CancellationToken ct)
        {
            var tenant = db.Scope.Tenant!.Value;
            db.Note(new("audit.verified", "audit_log"));
            var checkpoints = await db.Checkpoints.AsNoTracking().OrderBy(c => c.Size).ToListAsync(ct);
            var months = query.Whole ? await db.ArchivedMonths.AsNoTracking().OrderBy(m => m.Size).ToListAsync(ct) : [];
            var check = new ChainCheck(tenant, keys, checkpoints, query.Whole ? Cut(months) : Last(checkpoints));
            var entries = db.AuditEntries.AsNoTracking().Where(e => e.Seq > check.Start).OrderBy(e => e.Seq);
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct)) check.Next(entry);

            check.End(await db.ChainHeads.AsNoTracking().SingleOrDefaultAsync(ct));
            foreach (var month in months.Where(m => m.FileDeletedAt is null)) check.Archived(Name(month), await IsKept(month, ct));
            return check.Report();
        }

        static LogState Cut(List<ArchivedMonth> months) =>
            months.LastOrDefault(m => m.DroppedAt is not null) is { } last ? new(last.Size, last.Head, last.Frontier) : LogState.Start;

        static LogState Last(List<Checkpoint> checkpoints) =>
            checkpoints.LastOrDefault() is { } last ? new(last.Size, last.Head, last.Frontier) : LogState.Start;

        static string Name(ArchivedMonth month) => month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

        async Task<bool> IsKept(ArchivedMonth month, CancellationToken ct)
        {
            try
            {
                await using var file = archive.Open(month.TenantId, month.File);
                return (await SHA256.HashDataAsync(file, ct)).AsSpan().SequenceEqual(month.Digest);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }
}
