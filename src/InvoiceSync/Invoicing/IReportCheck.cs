using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing;

/// <summary>Adds up the company's documents anew, in the database that keeps the sums, and says where the two differ.</summary>
public interface IReportCheck
{
    Task<IReadOnlyList<ReportDrift>> Drifted(InvoiceSyncDb db, CancellationToken ct);
}

/// <summary>A sum that is not that of its documents. Report is sales, tax or aging; Day that of issue, or on which they are due.</summary>
public sealed record ReportDrift(string Report, DateOnly Day, Currency Currency);
