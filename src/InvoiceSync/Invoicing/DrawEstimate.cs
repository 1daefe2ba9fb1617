using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The page of an estimate that is printed: the stored figures under its own heading, in the design of the day it was made.</summary>
[Requires("invoice.read")]
sealed record DrawEstimate(EstimateId Estimate) : IQuery<DrawInvoice.Page>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, PaperTemplates templates) : IHandle<DrawEstimate, DrawInvoice.Page>
    {
        public async Task<DrawInvoice.Page> Handle(DrawEstimate query, CancellationToken ct)
        {
            var estimate = Rule.Found(await db.EstimatesSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Estimate, ct), EstimateErrors.NotFound);
            var (design, logo) = await db.DesignAt(estimate.MadeAt, ct);
            db.Note(new("estimate.printed", "estimate", $"{estimate.Id}"));
            return new(PaperShell.Draw(templates, estimate.Document, design, logo, IPagePrinter.FontsAt, new(estimate.Kind, estimate.ValidUntil)), DrawInvoice.FileNameOf(estimate.Number));
        }
    }
}
