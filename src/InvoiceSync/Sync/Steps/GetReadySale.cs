using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>A sale that waits for its invoice, with what was corrected about its buyer; null when it has one or is not due.</summary>
[Requires("fiscal.file")]
sealed record GetReadySale(SaleId Sale) : IQuery<GetReadySale.View?>
{
    public sealed record View(SourceSale Source, BuyerDetails Correction, string? Owner);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetReadySale, View?>
    {
        public async Task<View?> Handle(GetReadySale query, CancellationToken ct)
        {
            var sale = Rule.Found(await db.Sales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Sale, ct), SaleErrors.NotFound);
            if (sale.State is not (SaleState.Ready or SaleState.Parked) || sale.InvoiceId is not null) return null;

            var mirror = await db.SaleMirrors.AsNoTracking().SingleAsync(m => m.Id == query.Sale, ct);
            // A charge has no number of its own; one may have been chosen for it.
            return new(mirror.Source with { Number = mirror.Source.Number ?? sale.Number }, await Corrections.Of(db, sale, ct), sale.Owner);
        }
    }
}
