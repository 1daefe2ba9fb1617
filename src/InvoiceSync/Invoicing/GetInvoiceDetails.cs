using InvoiceSync.Customers;
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
    public sealed record View(InvoiceId Id, InvoiceDocument Document, Settlement Settlement, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, long Version)
    {
        public CustomerId? CustomerId { get; init; }

        public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

        /// <summary>Of a credit note or storno: the invoice it takes back.</summary>
        public InvoiceId? Corrects { get; init; }

        public DateTimeOffset? SentAt { get; init; }

        internal static View Of(Invoice invoice, DateOnly today) => new(invoice.Id, invoice.Document, invoice.Settlement(today), invoice.MadeAt, invoice.ChangedAt, invoice.Version)
        {
            Corrects = invoice.Corrects,
            CustomerId = invoice.CustomerId,
            Metadata = invoice.Metadata,
            SentAt = invoice.SentAt,
        };
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<GetInvoiceDetails, View>
    {
        public async Task<View> Handle(GetInvoiceDetails query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            return View.Of(invoice, await dispatcher.Today(time, ct));
        }
    }
}
