using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>One sale with what its source said, what we heard about it and when, and the reason if it waits for a person.</summary>
[Requires("sales.read")]
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
}
