using System.Globalization;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The file of a month older than seven years is let go. Its numbers, head and root stay in the database, and an entry tells them.</summary>
[Requires("audit.seal")]
public sealed record NoteArchiveDeleted(DateOnly Month) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IAuditChain chain) : IHandle<NoteArchiveDeleted, Done>
    {
        public async Task<Done> Handle(NoteArchiveDeleted command, CancellationToken ct)
        {
            var month = await db.ArchivedMonths.AsNoTracking().SingleAsync(m => m.Month == command.Month, ct);
            await chain.NoteFileDeleted(db, month.TenantId, month.Month, ct);
            db.Note(new("audit.archive_deleted", "audit_log", month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture))
            {
                Details = new Dictionary<string, string>
                {
                    ["size"] = month.Size.ToString(CultureInfo.InvariantCulture),
                    ["root"] = Convert.ToBase64String(month.Root),
                },
            });
            return default;
        }
    }
}
