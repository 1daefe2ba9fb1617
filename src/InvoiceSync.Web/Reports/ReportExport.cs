using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>/reports/{report}/export: the report of the page as CSV, XLSX or JSON, from the same question and so with the same figures.</summary>
static class ReportExport
{
    public static void MapReportExport(this WebApplication app) =>
        app.MapGet("/reports/{report}/export", Export).RequireAuthorization("report.view").ExcludeFromDescription();

    static async Task<IResult> Export(string report, string? format, HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct)
    {
        var asked = ReportAsked.Of(request.Query, await dispatcher.Today(time, ct));
        var name = FormattableString.Invariant($"{report}-{asked.Period.From:yyyy-MM-dd}-{asked.Period.To:yyyy-MM-dd}");
        return report switch
        {
            "sales" => File(await dispatcher.Ask(asked.Sales, ct), format, name, SalesReportBody.Sheet, SalesReportBody.Of),
            "aging" => Today(await dispatcher.Ask(asked.Aging, ct), report, view => view.AsOf, format, AgingReportBody.Sheet, AgingReportBody.Of),
            "debtors" => Today(await dispatcher.Ask(asked.Debtors, ct), report, view => view.AsOf, format, DebtorsBody.Sheet, DebtorsBody.Of),
            "payments" => File(await dispatcher.Ask(asked.Payments, ct), format, name, PaymentsReportBody.Sheet, PaymentsReportBody.Of),
            "customers" => File(await dispatcher.Ask(asked.Customers, ct), format, name, TopCustomersBody.Sheet, TopCustomersBody.Of),
            "products" => File(await dispatcher.Ask(asked.Products, ct), format, name, TopProductsBody.Sheet, TopProductsBody.Of),
            "tax" => File(await dispatcher.Ask(asked.Tax, ct), format, name, TaxReportBody.Sheet, TaxReportBody.Of),
            _ => ApiErrors.NotFound.ToProblem(),
        };
    }

    static IResult Today<TView, TBody>(Result<TView> answer, string report, Func<TView, DateOnly> asOf, string? format, Func<TView, ReportSheet> sheet, Func<TView, TBody> body) =>
        File(answer, format, FormattableString.Invariant($"{report}-{answer.Match(asOf, _ => default):yyyy-MM-dd}"), sheet, body);

    static IResult File<TView, TBody>(Result<TView> answer, string? format, string name, Func<TView, ReportSheet> sheet, Func<TView, TBody> body) => answer.Match<IResult>(
        found => format switch
        {
            "xlsx" => TypedResults.File(ReportXlsx.Write(sheet(found)), ReportXlsx.ContentType, $"{name}.xlsx"),
            "json" => TypedResults.File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body(found), RestJson.Options), "application/json", $"{name}.json"),
            _ => TypedResults.File(ReportCsv.Write(sheet(found)), ReportCsv.ContentType, $"{name}.csv"),
        },
        error => error.ToProblem());
}
