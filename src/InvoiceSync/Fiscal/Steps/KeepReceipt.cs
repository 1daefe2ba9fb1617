using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Archives the sealed receipt or the original, or notes why there is none to archive.</summary>
[Requires("fiscal.file")]
sealed record KeepReceipt(FilingId Filing, byte[]? File, string? Missing, FilingFile Kind = FilingFile.Zip) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepReceipt, Done>
    {
        public async Task<Done> Handle(KeepReceipt command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            var attempt = filing.Latest.Number;
            if (await db.ArchivedFiles.AnyAsync(f => f.FilingId == filing.Id && f.Attempt == attempt && f.Kind == command.Kind, ct)) return default;

            var now = time.GetUtcNow();
            if (command.File is { } file) db.Add(AnswerArchive.Of(filing, file, now, command.Kind));
            if (command.Kind == FilingFile.Pdf) filing.OriginalKept();
            filing.Latest.Note(now, "receipt", command.Missing ?? (command.Kind == FilingFile.Zip ? "The sealed receipt is archived." : "The original is archived."));
            return default;
        }
    }
}
