using InvoiceSync.Invoicing;
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
        var asked = ReportAsked.Of(request.Query, (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow()));
        var name = FormattableString.Invariant($"{report}-{asked.Period.From:yyyy-MM-dd}-{asked.Period.To:yyyy-MM-dd}");
        return report switch
        {
            "sales" => File(await dispatcher.Ask(asked.Sales, ct), format, name, SalesReportBody.Sheet, SalesReportBody.Of),
            "aging" => Aging(await dispatcher.Ask(asked.Aging, ct), format),
            "tax" => File(await dispatcher.Ask(asked.Tax, ct), format, name, TaxReportBody.Sheet, TaxReportBody.Of),
            _ => ApiErrors.NotFound.ToProblem(),
        };
    }

    static IResult Aging(Result<GetAgingReport.View> answer, string? format) =>
        File(answer, format, FormattableString.Invariant($"aging-{answer.Match(found => found.AsOf, _ => default):yyyy-MM-dd}"), AgingReportBody.Sheet, AgingReportBody.Of);

    static IResult File<TView, TBody>(Result<TView> answer, string? format, string name, Func<TView, ReportSheet> sheet, Func<TView, TBody> body) => answer.Match<IResult>(
        found => format switch
        {
            "xlsx" => TypedResults.File(ReportXlsx.Write(sheet(found)), ReportXlsx.ContentType, $"{name}.xlsx"),
            "json" => TypedResults.File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body(found), RestJson.Options), "application/json", $"{name}.json"),
            _ => TypedResults.File(ReportCsv.Write(sheet(found)), ReportCsv.ContentType, $"{name}.csv"),
        },
        error => error.ToProblem());
}
