using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Notes that the authority has accepted the invoice: nothing on it may be mended any more; or that it was taken out of the books there before any authority had it.</summary>
[Requires("fiscal.file")]
public sealed record SealInvoice(InvoiceId Invoice, bool IsSealed = true) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SealInvoice, Done>
    {
        public async Task<Done> Handle(SealInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            invoice.Seal(command.IsSealed);
            invoice.Touch(time.GetUtcNow());
            return default;
        }
    }
}
