using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>A month of the log lies in a file, which was read back. The database compares with what it holds before it believes.</summary>
[Requires("audit.seal")]
public sealed record NoteArchived(NewArchive Archive) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IAuditChain chain) : IHandle<NoteArchived, Done>
    {
        public async Task<Done> Handle(NoteArchived command, CancellationToken ct)
        {
            var archive = command.Archive;
            await chain.NoteArchived(db, db.Scope.Tenant!.Value, archive, ct);
            db.Note(new("audit.month_archived", "audit_log", archive.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture))
            {
                Details = new Dictionary<string, string>
                {
                    ["size"] = archive.End.Size.ToString(CultureInfo.InvariantCulture),
                    ["root"] = Convert.ToBase64String(archive.Root),
                    ["sha256"] = Convert.ToHexStringLower(archive.Digest),
                },
            });
            return default;
        }
    }
}
