using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>What a source gave back of a sale that has its invoice; null when there is nothing, or the company credits by hand.</summary>
[Requires("fiscal.file")]
sealed record GetReturns(SourceKey Key) : IQuery<GetReturns.View?>
{
    public sealed record View(SaleId Sale, InvoiceId Invoice, IReadOnlyList<SourceReturn> Returns);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetReturns, View?>
    {
        public async Task<View?> Handle(GetReturns query, CancellationToken ct)
        {
            var (kind, id) = (query.Key.Kind, query.Key.Id);
            var sale = await db.Sales.AsNoTracking().Where(s => s.Kind == kind && s.SourceId == id).OrderByDescending(s => s.ReadAt).FirstOrDefaultAsync(ct);
            if (sale?.InvoiceId is not { } invoice || (await MappingSettings.Of(db, ct)).CreditsByHand) return null;
            var source = (await db.SaleMirrors.AsNoTracking().SingleAsync(m => m.Id == sale.Id, ct)).Source;
            return source.Returns.Count == 0 ? null : new(sale.Id, invoice, source.Returns);
        }
    }
}
