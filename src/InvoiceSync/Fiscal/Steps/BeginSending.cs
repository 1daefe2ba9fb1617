using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Commits what is about to be sent. False when an earlier call may have been made: that doubt is settled first.</summary>
[Requires("fiscal.file")]
sealed record BeginSending(FilingId Filing, byte[] Xml, string Sha256, bool Test = false, string? Mark = null, bool Foreign = false) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<BeginSending, bool>
    {
        public async Task<bool> Handle(BeginSending command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            var now = time.GetUtcNow();
            if (!filing.TryBeginSending(command.Sha256, now, command.Test, command.Mark, command.Foreign))
            {
                db.Pending.Add(filing.TenantId, new ReconcileFiling(filing.Id), filing.Id.ToString(), now);
                return false;
            }

            var attempt = filing.Latest.Number;
            // A try that proved not to have been sent wrote its XML already; a corrected invoice is a new attempt.
            await db.ArchivedFiles.Where(f => f.FilingId == filing.Id && f.Attempt == attempt && f.Kind == FilingFile.Xml).ExecuteDeleteAsync(ct);
            db.Add(new ArchivedFile { FilingId = filing.Id, Attempt = attempt, Kind = FilingFile.Xml, Bytes = command.Xml, Sha256 = command.Sha256, KeptAt = now });
            return true;
        }
    }
}
