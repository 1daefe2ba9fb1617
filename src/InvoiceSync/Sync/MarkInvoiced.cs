using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Links a sale to the invoice made from it.</summary>
[Requires("fiscal.file")]
sealed record MarkInvoiced(SaleId Sale, InvoiceId Invoice, string Number, DateTimeOffset FileBy) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<MarkInvoiced, Done>
    {
        public async Task<Done> Handle(MarkInvoiced command, CancellationToken ct)
        {
            var sale = Rule.Found(await db.Sales.SingleOrDefaultAsync(s => s.Id == command.Sale, ct), SaleErrors.NotFound);
            sale.Invoiced(command.Invoice, command.Number, command.FileBy);
            return default;
        }
    }
}
