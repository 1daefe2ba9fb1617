using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Reports;

/// <summary>The sales report on the wire. Amounts are in the row's currency; those in RON are at the rate each document holds.</summary>
sealed record SalesReportBody(DateOnly From, DateOnly To, string By, IReadOnlyList<SalesReportBody.Row> Rows, IReadOnlyList<SalesReportBody.Sum> Totals)
{
    /// <summary>WithoutRon are documents without a rate, which are missing in the figures in RON.</summary>
    public sealed record Row(
        DateOnly Start, string Currency, string Source, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);

    public sealed record Sum(string Currency, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);

    public static SalesReportBody Of(GetSalesReport.View report) => new(
        report.From, report.To, report.By.OnTheWire(),
        [.. report.Rows.Select(r => RowOf(r, new(r.Figures, r.Currency)))],
        [.. report.Totals.Select(t => SumOf(t, new(t.Figures, t.Currency)))]);

    public static ReportSheet Sheet(GetSalesReport.View report) => new(
        "Sales",
        ["start", "currency", "source", "documents", "subtotal", "tax", "total", "subtotal_ron", "tax_ron", "total_ron", "without_ron"],
        [.. report.Rows.Select(Cells)]);

    static IReadOnlyList<object?> Cells(GetSalesReport.Row row)
    {
        var f = row.Figures;
        return
        [
            row.Start, row.Currency.Code, row.Source, f.Documents, new Money(f.Net, row.Currency), new Money(f.Vat, row.Currency), new Money(f.Gross, row.Currency),
            ReportSheet.Ron(f.NetRon), ReportSheet.Ron(f.VatRon), ReportSheet.Ron(f.GrossRon), f.WithoutRon,
        ];
    }

    static Row RowOf(GetSalesReport.Row row, Shown f) => new(
        row.Start, row.Currency.Code, row.Source, row.Figures.Documents, f.Net, f.Vat, f.Gross, f.NetRon, f.VatRon, f.GrossRon, row.Figures.WithoutRon);

    static Sum SumOf(GetSalesReport.Total total, Shown f) => new(
        total.Currency.Code, total.Figures.Documents, f.Net, f.Vat, f.Gross, f.NetRon, f.VatRon, f.GrossRon, total.Figures.WithoutRon);
}
