using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Notes that the customer has an invoice by a way that is not our mail.</summary>
[Requires("invoice.send")]
sealed record NoteInvoiceSent(InvoiceId Invoice) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteInvoiceSent, Done>
    {
        public async Task<Done> Handle(NoteInvoiceSent command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            invoice.NoteSent(time.GetUtcNow());
            invoice.Touch(time.GetUtcNow());
            return default;
        }
    }
}
