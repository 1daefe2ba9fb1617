using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Reads the invoices, and the charges without invoice, of a date range from the source. At most 366 days, both ends included.</summary>
[Requires("sales.sync")]
public sealed record StartSync(DateOnly From, DateOnly To, bool Invoices = true, bool Charges = true) : ICommand<SyncRunId>;
