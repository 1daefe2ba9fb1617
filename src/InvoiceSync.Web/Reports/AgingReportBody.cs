using System.Text.Json.Serialization;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>The aging report on the wire: what is open on the day AsOf, by how many days it is overdue.</summary>
sealed record AgingReportBody(DateOnly AsOf, IReadOnlyList<AgingReportBody.Row> Rows)
{
    public sealed record Row(
        string Currency,
        long Documents,
        decimal Current,
        [property: JsonPropertyName("days_1_30")] decimal To30,
        [property: JsonPropertyName("days_31_60")] decimal To60,
        [property: JsonPropertyName("days_61_90")] decimal To90,
        [property: JsonPropertyName("days_over_90")] decimal Older,
        decimal Overdue,
        decimal Open,
        decimal OpenRon);

    public static AgingReportBody Of(GetAgingReport.View report) => new(report.AsOf, [.. report.Rows.Select(r => RowOf(r.Figures, r.Currency, r.OpenRon))]);

    public static ReportSheet Sheet(GetAgingReport.View report) => new(
        "Aging",
        ["as_of", "currency", "documents", "current", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "overdue", "open", "open_ron"],
        [.. report.Rows.Select(r => Cells(report.AsOf, r.Figures, r.Currency, r.OpenRon))]);

    static Row RowOf(AgingFigures f, Currency currency, decimal ron)
    {
        return new(currency.Code, f.Documents, Amount(f.Current), Amount(f.To30), Amount(f.To60), Amount(f.To90), Amount(f.Older), Amount(f.Overdue), Amount(f.Open), Shown.Ron(ron));

        decimal Amount(decimal amount) => new Money(amount, currency).Shown();
    }

    static IReadOnlyList<object?> Cells(DateOnly asOf, AgingFigures f, Currency currency, decimal ron)
    {
        return [asOf, currency.Code, f.Documents, Amount(f.Current), Amount(f.To30), Amount(f.To60), Amount(f.To90), Amount(f.Older), Amount(f.Overdue), Amount(f.Open), ReportSheet.Ron(ron)];

        Money Amount(decimal amount) => new(amount, currency);
    }
}
