using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Fetches a sale from its source again, after something was mended there, and tries to invoice it.</summary>
[Requires("fiscal.file")]
public sealed record ReadSaleAgain(SaleId Sale) : ICommand<SaleId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ReadSaleAgain, SaleId>
    {
        public async Task<SaleId> Handle(ReadSaleAgain command, CancellationToken ct)
        {
            var sale = Rule.Found(await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.Sale, ct), SaleErrors.NotFound);
            var key = new SourceKey(sale.Kind, sale.SourceId);
            db.Pending.Add(sale.TenantId, new ReadSale(key.Kind, key.Id), ReadSale.WorkKey(key), time.GetUtcNow());
            return command.Sale;
        }
    }
}
