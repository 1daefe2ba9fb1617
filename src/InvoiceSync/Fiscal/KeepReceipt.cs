using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Archives the sealed receipt, or notes why there is none to archive.</summary>
[Requires("fiscal.file")]
sealed record KeepReceipt(FilingId Filing, byte[]? Zip, string? Missing) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepReceipt, Done>
    {
        public async Task<Done> Handle(KeepReceipt command, CancellationToken ct)
        {
            var filing = Rule.Found(await db.Filings.SingleOrDefaultAsync(f => f.Id == command.Filing, ct), FilingErrors.NotFound);
            var attempt = filing.Latest.Number;
            if (await db.ArchivedFiles.AnyAsync(f => f.FilingId == filing.Id && f.Attempt == attempt && f.Kind == FilingFile.Zip, ct)) return default;

            var now = time.GetUtcNow();
            if (command.Zip is { } zip) db.Add(ZipArchive.Of(filing, zip, now));
            filing.Latest.Note(now, "receipt", command.Missing ?? "The sealed receipt is archived.");
            return default;
        }
    }
}
