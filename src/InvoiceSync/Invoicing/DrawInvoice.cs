using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The page that is printed: the stored figures in the design that was in force when the invoice was made.</summary>
[Requires("invoice.read")]
sealed record DrawInvoice(InvoiceId Invoice) : IQuery<DrawInvoice.Page>
{
    internal sealed record Page(string Html, string FileName);

    internal static string FileNameOf(string number) => string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('.') + ".pdf";

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, PaperTemplates templates) : IHandle<DrawInvoice, Page>
    {
        public async Task<Page> Handle(DrawInvoice query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var (design, logo) = await db.DesignAt(invoice.MadeAt, ct);
            db.Note(new("invoice.printed", "invoice", $"{invoice.Id}"));
            return new(PaperShell.Draw(templates, invoice.Document, design, logo, IPagePrinter.FontsAt), FileNameOf(invoice.Number));
        }
    }
}
