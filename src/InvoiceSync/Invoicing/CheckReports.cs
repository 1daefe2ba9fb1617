using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing;

/// <summary>Adds up every document and payment anew and compares with the sums behind the reports. Reads every invoice of the company.</summary>
[Requires("report.view")]
public sealed record CheckReports : IQuery<IReadOnlyList<ReportDrift>>
{
    internal sealed class Handler(InvoiceSyncDb db, IReportCheck check) : IHandle<CheckReports, IReadOnlyList<ReportDrift>>
    {
        public Task<IReadOnlyList<ReportDrift>> Handle(CheckReports query, CancellationToken ct) => check.Drifted(db, ct);
    }
}
