using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Notes on a link that it was used, the first time.</summary>
[Requires("link.read")]
sealed record MarkInvoiceLink(Guid Link, bool Downloaded) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MarkInvoiceLink, Done>
    {
        public async Task<Done> Handle(MarkInvoiceLink command, CancellationToken ct)
        {
            var link = Rule.Found(await db.InvoiceLinks.SingleOrDefaultAsync(l => l.Id == command.Link, ct), LinkErrors.NotFound);
            if ((command.Downloaded ? link.DownloadedAt : link.ViewedAt) is not null) return default;
            var first = !await db.InvoiceLinks.AnyAsync(l => l.Invoice == link.Invoice && l.ViewedAt != null, ct);
            // Who takes the PDF has seen the invoice.
            link.View(time.GetUtcNow(), first);
            if (command.Downloaded) link.Download(time.GetUtcNow());
            db.Note(new(command.Downloaded ? "invoice.downloaded_by_link" : "invoice.viewed_by_link", "invoice", $"{link.Invoice}"));
            return default;
        }
    }
}
