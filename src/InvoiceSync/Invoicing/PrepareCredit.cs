using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What the document would say that takes this back of an invoice, if it were issued now, still without number.</summary>
[Requires("invoice.read")]
public sealed record PrepareCredit(InvoiceId Invoice, CreditAsked Asked) : IQuery<PrepareCredit.View>
{
    public sealed record View(InvoiceDocument Document);

    internal sealed class Handler(InvoiceSyncDb db, CreditWriter writer, CallerHolder who) : IHandle<PrepareCredit, View>
    {
        public async Task<View> Handle(PrepareCredit query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            return new(await writer.Write(invoice, query.Asked, ct));
        }
    }
}
