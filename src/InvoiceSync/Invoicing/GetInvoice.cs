using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One canonical invoice, whole.</summary>
[Requires("invoice.read")]
public sealed record GetInvoice(InvoiceId Invoice) : IQuery<GetInvoice.View>
{
    public sealed record View(InvoiceId Id, InvoiceDocument Document, DateTimeOffset MadeAt, string Source, string SourceId, bool IsFiled, Settlement Settlement)
    {
        /// <summary>Of a credit note or storno: the invoice it takes back.</summary>
        public InvoiceId? Corrects { get; init; }

        public DateOnly? VoidedOn { get; init; }

        public string? VoidReason { get; init; }

        public DateTimeOffset? SentAt { get; init; }

        /// <summary>Since when the newest mail with it is known not to have arrived.</summary>
        public DateTimeOffset? UndeliveredAt { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<GetInvoice, View>
    {
        public async Task<View> Handle(GetInvoice query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            return new(invoice.Id, invoice.Document, invoice.MadeAt, invoice.Source, invoice.SourceId, invoice.IsFiled, invoice.Settlement(await dispatcher.Today(time, ct)))
            {
                Corrects = invoice.Corrects,
                VoidedOn = invoice.VoidedOn,
                VoidReason = invoice.VoidReason,
                SentAt = invoice.SentAt,
                UndeliveredAt = invoice.UndeliveredAt,
            };
        }
    }
}
