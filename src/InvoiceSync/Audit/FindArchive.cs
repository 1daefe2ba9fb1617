using System.Globalization;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The file of one archived month, to be taken away and verified by itself. That it was taken is an entry.</summary>
[Requires("audit.read")]
public sealed record FindArchive(DateOnly Month) : IQuery<FindArchive.Found>
{
    public sealed record Found(TenantId Tenant, string File);

    internal sealed class Handler(InvoiceSyncDb db, ILogArchive archive) : IHandle<FindArchive, Found>
    {
        public async Task<Found> Handle(FindArchive query, CancellationToken ct)
        {
            var month = Rule.Found(await db.ArchivedMonths.AsNoTracking().SingleOrDefaultAsync(m => m.Month == query.Month && m.FileDeletedAt == null, ct), AuditErrors.ArchiveUnknown);
            Rule.Require(archive.Files(month.TenantId).Contains(month.File), AuditErrors.ArchiveMissing);
            db.Note(new("audit.exported", "audit_log", month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)) { Details = new Dictionary<string, string> { ["form"] = "archive" } });
            return new(month.TenantId, month.File);
        }
    }
}
