using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>The tax report on the wire: by category (UNCL 5305) and rate in percent. In RON as the documents print it (BT-111).</summary>
sealed record TaxReportBody(DateOnly From, DateOnly To, string Basis, IReadOnlyList<TaxReportBody.Row> Rows, IReadOnlyList<TaxReportBody.Sum> Totals, decimal TaxableRon, decimal TaxRon)
{
    public sealed record Row(string Currency, string TaxCategory, decimal TaxRate, long Documents, decimal Taxable, decimal Tax, decimal TaxableRon, decimal TaxRon);

    public sealed record Sum(string Currency, decimal Taxable, decimal Tax, decimal TaxableRon, decimal TaxRon);

    public static TaxReportBody Of(GetTaxReport.View report) => new(
        report.From, report.To, report.Basis.OnTheWire(),
        [.. report.Rows.Select(r => new Row(
            r.Currency.Code, r.Category.ToString(), r.Rate.Plain(), r.Documents, Amount(r.Figures.Taxable, r.Currency), Amount(r.Figures.Tax, r.Currency), Shown.Ron(r.Figures.TaxableRon), Shown.Ron(r.Figures.TaxRon)))],
        [.. report.Totals.Select(t => new Sum(t.Currency.Code, Amount(t.Figures.Taxable, t.Currency), Amount(t.Figures.Tax, t.Currency), Shown.Ron(t.Figures.TaxableRon), Shown.Ron(t.Figures.TaxRon)))],
        Shown.Ron(report.TaxableRon), Shown.Ron(report.TaxRon));

    public static ReportSheet Sheet(GetTaxReport.View report) => new(
        "Tax",
        ["currency", "tax_category", "tax_rate", "documents", "taxable", "tax", "taxable_ron", "tax_ron"],
        [.. report.Rows.Select(Cells)]);

    static IReadOnlyList<object?> Cells(GetTaxReport.Row row) =>
    [
        row.Currency.Code, row.Category.ToString(), new ReportSheet.Rate(row.Rate), row.Documents, new Money(row.Figures.Taxable, row.Currency), new Money(row.Figures.Tax, row.Currency),
        ReportSheet.Ron(row.Figures.TaxableRon), ReportSheet.Ron(row.Figures.TaxRon),
    ];

    static decimal Amount(decimal amount, Currency currency) => new Money(amount, currency).Shown();
}
