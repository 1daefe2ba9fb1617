using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing;

/// <summary>Adds up the company's documents and payments anew, in the database that keeps the sums, and says where the two differ.</summary>
public interface IReportCheck
{
    Task<IReadOnlyList<ReportDrift>> Drifted(InvoiceSyncDb db, CancellationToken ct);
}

/// <summary>A sum that is not that of its documents. Report is sales, tax, aging, customers, products or payments; Day that of issue or payment, on which they are due, or the first of a month.</summary>
public sealed record ReportDrift(string Report, DateOnly Day, Currency Currency);
