using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>Links a sale to the invoice made from it, and has what was given back of it credited.</summary>
[Requires("fiscal.file")]
sealed record MarkInvoiced(SaleId Sale, InvoiceId Invoice, string Number, DateTimeOffset FileBy) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MarkInvoiced, Done>
    {
        public async Task<Done> Handle(MarkInvoiced command, CancellationToken ct)
        {
            var sale = await db.FoundSale(command.Sale, ct);
            sale.Invoiced(command.Invoice, command.Number, command.FileBy);
            if (sale.Returned > 0) db.Pending.Add(sale.TenantId, new CreditReturns(new(sale.Kind, sale.SourceId)), sale.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
