using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The invoice and its brand for whoever has proved to hold a link to it.</summary>
[Requires("link.read")]
sealed record ShowSharedInvoice(InvoiceId Invoice) : IQuery<GetSharedInvoice.View>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ShowSharedInvoice, GetSharedInvoice.View>
    {
        public async Task<GetSharedInvoice.View> Handle(ShowSharedInvoice query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), LinkErrors.NotFound);
            var original = (await dispatcher.Ask(new GetOriginal(invoice.Id), ct)).OrThrow();
            Rule.Require(original is not { Number: null }, LinkErrors.InPreparation);
            var document = original is null ? invoice.Document : invoice.Document with { Number = original.Number! };
            var (design, logo) = await db.DesignAt(invoice.MadeAt, ct);
            var settlement = invoice.Settlement(await dispatcher.Today(time, ct));
            var files = await db.Attachments.Where(a => a.Invoice == invoice.Id).OrderBy(a => a.AddedAt).ThenBy(a => a.Id)
                .Select(a => new ListAttachments.Row(a.Id, a.Name, a.Kind, a.Size, a.AddedAt)).ToListAsync(ct);
            return new(who.Caller.Tenant, invoice.Id, document, settlement, design.Accent, logo, PaperParties.AccountOf(invoice.Document.Seller, design), design.Footer) { Files = files };
        }
    }
}
