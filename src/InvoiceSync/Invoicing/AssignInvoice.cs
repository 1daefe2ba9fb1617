using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Makes an invoice somebody's own (usr_…), or nobody's. Only who may change all invoices assigns them.</summary>
[Requires("invoice.update")]
public sealed record AssignInvoice(InvoiceId Invoice, string? Owner) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<AssignInvoice, Done>
    {
        public async Task<Done> Handle(AssignInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reach("invoice.update") is null, CallerErrors.PermissionMissing);
            invoice.Assign(command.Owner);
            invoice.Touch(time.GetUtcNow());
            return default;
        }
    }
}
