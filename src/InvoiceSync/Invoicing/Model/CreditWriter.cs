using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Writes the document that takes back of an invoice, still without number, and refuses what the authority would.</summary>
sealed class CreditWriter(InvoiceSyncDb db, IDispatcher dispatcher, IEnumerable<IDocumentCheck> checks, TimeProvider time)
{
    public async Task<InvoiceDocument> Write(Invoice invoice, CreditAsked asked, CancellationToken ct)
    {
        Rule.Require(invoice.Corrects is null, CreditErrors.OfCredit);
        Rule.Require(invoice.VoidedOn is null, CreditErrors.OfVoided);
        var settings = await db.CreditSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        var document = CreditDocument.Of(invoice.Document, await NotesOf(invoice.Id, ct), asked, settings is { AsStorno: true }, await dispatcher.Today(time, ct));
        if (checks.SelectMany(c => c.Faults(document with { Number = "1" })).FirstOrDefault() is { } fault) throw new RuleBrokenException(CreditErrors.RuleBroken(fault.Problem, fault.Field));
        return document;
    }

    public async Task<IReadOnlyList<InvoiceDocument>> NotesOf(InvoiceId invoice, CancellationToken ct) =>
        await db.Invoices.AsNoTracking().Where(i => i.Corrects == invoice).OrderBy(i => i.MadeAt).Select(i => i.Document).ToListAsync(ct);
}
