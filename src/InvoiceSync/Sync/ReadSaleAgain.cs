using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Fetches a sale from its source again, after something was mended there, and tries to invoice it.</summary>
[Requires("sales.sync")]
public sealed record ReadSaleAgain(SaleId Sale) : ICommand<SaleId>;
