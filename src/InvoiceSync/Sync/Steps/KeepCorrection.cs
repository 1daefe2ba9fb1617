using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>Keeps what a person corrected about a buyer; a parked sale asks for its invoice again. Long texts are refused, nulls keep what the source says.</summary>
[Requires("invoice.update")]
sealed record KeepCorrection(SaleId Sale, BuyerDetails Buyer) : ICommand<KeepCorrection.View>
{
    static readonly Error TooLong = Error.Invalid("buyer.text_too_long", "At most 255 characters fit in each field.");

    public sealed record View(InvoiceId? Invoice, SourceSale Source, BuyerDetails Details, SaleFields Fields);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<KeepCorrection, View>
    {
        public async Task<View> Handle(KeepCorrection command, CancellationToken ct)
        {
            string?[] texts = [command.Buyer.Name, command.Buyer.TaxId, command.Buyer.Street, command.Buyer.City, command.Buyer.PostalCode, command.Buyer.County, command.Buyer.Country];
            Rule.Require(texts.All(t => t is null or { Length: <= 255 }), TooLong);
            var sale = await db.FoundSale(command.Sale, ct);
            Rule.Require(who.Caller.Reaches("invoice.update", sale.Owner), SaleErrors.NotYours);
            Rule.Require(sale.State is SaleState.Parked or SaleState.Refused, SaleErrors.NotCorrectable);

            var key = Corrections.KeyOf(sale);
            var kept = await db.BuyerCorrections.SingleOrDefaultAsync(c => c.Id == key, ct);
            if (kept is null) db.Add(kept = new BuyerCorrection { Id = key, ConnectionId = sale.ConnectionId, Details = command.Buyer });
            else kept.Details = command.Buyer;
            if (sale.InvoiceId is null) sale.AskForInvoice();

            var mirror = await db.SaleMirrors.AsNoTracking().SingleAsync(m => m.Id == sale.Id, ct);
            return new(sale.InvoiceId, mirror.Source, command.Buyer, await Corrections.FieldsOf(db, mirror.Source, ct));
        }
    }
}
