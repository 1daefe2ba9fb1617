using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Refuses an invoice the caller may not see as if there were none. For what other chapters keep about an invoice.</summary>
[Requires("invoice.read")]
public sealed record SeeInvoice(InvoiceId Invoice) : IQuery<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<SeeInvoice, Done>
    {
        public async Task<Done> Handle(SeeInvoice query, CancellationToken ct)
        {
            var invoices = db.Invoices.Where(i => i.Id == query.Invoice);
            if (who.Caller.Reach("invoice.read") is { } actors) invoices = invoices.Where(i => i.Owner != null && actors.Contains(i.Owner));
            Rule.Require(await invoices.AnyAsync(ct), InvoiceErrors.NotFound);
            return default;
        }
    }
}
