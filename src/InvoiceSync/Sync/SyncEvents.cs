using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>A sale is complete at its source and has no invoice yet.</summary>
[EventName("sale.ready")]
public sealed record SaleReady(SaleId Sale) : Event;
