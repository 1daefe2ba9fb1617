using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Begins a new draft that says what an issued invoice says, with the dates left open.</summary>
[Requires("invoice.draft")]
public sealed record CopyInvoice(InvoiceId Invoice) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CopyInvoice, InvoiceId>
    {
        public async Task<InvoiceId> Handle(CopyInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var draft = new Draft(time.New<InvoiceId>(), invoice.Document.AsDraft(invoice.CustomerId), who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return draft.Id;
        }
    }
}
