using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Files a refused invoice again as a new attempt under the same number, after it was corrected.</summary>
[Requires("sales.file")]
public sealed record RefileInvoice(InvoiceId Invoice) : ICommand<FilingId>;
