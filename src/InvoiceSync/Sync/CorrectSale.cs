using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Corrects the buyer of a parked or refused sale and sends it on its way again, under the same invoice number.</summary>
[Requires("sales.file")]
public sealed record CorrectSale(SaleId Sale, BuyerDetails Buyer) : IProcess<SaleId>;
