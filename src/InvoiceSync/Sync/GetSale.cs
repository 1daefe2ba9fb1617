using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>One sale with what its source said, what we heard about it and when, and the reason if it waits for a person.</summary>
[Requires("invoice.read")]
public sealed record GetSale(SaleId Sale) : IQuery<GetSale.View>
{
    /// <summary>Heard: the events about it, oldest first. Buyer: the details used on the invoice, to correct them.</summary>
    public sealed record View(
        ListSales.Row Sale,
        bool Live,
        string? AccountId,
        Money Subtotal,
        Money Discount,
        Money Tax,
        DateTimeOffset ReadAt,
        string? ReasonCode,
        BuyerDetails Buyer,
        IReadOnlyList<Heard> Heard,
        InvoiceId? Invoice);

    public sealed record Heard(DateTimeOffset At, string EventType, string EventId, string Via);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetSale, View>
    {
        const int MostHeard = 100;

        public async Task<View> Handle(GetSale query, CancellationToken ct)
        {
            var mine = db.SalesSeenBy(who.Caller).Where(s => s.Id == query.Sale);
            var sale = Rule.Found(await mine.SingleOrDefaultAsync(ct), SaleErrors.NotFound);
            var row = await mine.Select(SaleRow.Of).SingleAsync(ct);
            var mirror = await db.SaleMirrors.AsNoTracking().SingleAsync(m => m.Id == query.Sale, ct);
            var heard = await db.Inbox.AsNoTracking().Where(e => e.SaleSourceId == sale.SourceId && e.ConnectionId == sale.ConnectionId)
                .OrderBy(e => e.ReceivedAt).Take(MostHeard).Select(e => new Heard(e.ReceivedAt, e.Type, e.EventId, e.Via)).ToListAsync(ct);
            var buyer = BuyerOf.Details(mirror.Source.Customer, await Corrections.Of(db, sale, ct), await Corrections.FieldsOf(db, mirror.Source, ct));
            return new(
                row, sale.Live, sale.AccountId, new(sale.Subtotal, sale.Currency), new(sale.Discount, sale.Currency), new(sale.Tax, sale.Currency),
                sale.ReadAt, sale.ReasonCode, buyer, heard, sale.InvoiceId);
        }
    }
}
