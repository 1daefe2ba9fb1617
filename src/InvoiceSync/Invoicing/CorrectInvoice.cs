using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Mends the buyer on an invoice no authority has accepted. The number stays: a refused invoice does not legally exist yet.</summary>
[Requires("invoice.update")]
public sealed record CorrectInvoice(InvoiceId Invoice, Buyer Buyer) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<CorrectInvoice, Done>
    {
        public async Task<Done> Handle(CorrectInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            invoice.Correct(command.Buyer);
            invoice.Touch(time.GetUtcNow());
            return default;
        }
    }
}
