using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One issued invoice as the public API shows it: the document, how far it is paid, and its version.</summary>
[Requires("invoice.read")]
public sealed record GetInvoiceDetails(InvoiceId Invoice) : IQuery<GetInvoiceDetails.View>
{
    public sealed record View(InvoiceId Id, InvoiceStatus Status, InvoiceDocument Document, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, long Version)
    {
        internal static View Of(Invoice invoice) => new(invoice.Id, StatusOf(invoice), invoice.Document, invoice.MadeAt, invoice.ChangedAt, invoice.Version);

        // The same as ListInvoices filters by.
        static InvoiceStatus StatusOf(Invoice invoice) =>
            invoice.Due == 0 ? InvoiceStatus.Paid : invoice.Due == invoice.Total ? InvoiceStatus.Issued : InvoiceStatus.PartiallyPaid;
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetInvoiceDetails, View>
    {
        public async Task<View> Handle(GetInvoiceDetails query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            return View.Of(invoice);
        }
    }
}
