using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>/v1/reports: the same questions as the pages ask, and the same figures.</summary>
static class ReportsApi
{
    public static void MapReportsApi(this RouteGroupBuilder v1)
    {
        var reports = v1.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/aging", Aging).Takes<AgingReportBody>("currency").Describe<AgingReportBody>("get_aging_report", "What is open today, by how long it is overdue", 400);
        reports.MapGet("/sales", Sales).Takes<SalesReportBody>("from", "to", "by", "currency").Describe<SalesReportBody>("get_sales_report", "What was issued, by day or month and currency", 400);
        reports.MapGet("/tax", Tax).Takes<TaxReportBody>("from", "to", "basis", "currency").Describe<TaxReportBody>("get_tax_report", "What was taxed, by VAT category and rate", 400);
    }

    static Task<IResult> Aging(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Aging, AgingReportBody.Of, ct);

    static Task<IResult> Sales(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Sales, SalesReportBody.Of, ct);

    static Task<IResult> Tax(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Tax, TaxReportBody.Of, ct);

    static async Task<IResult> Answer<TView, TBody>(
        HttpRequest request, IDispatcher dispatcher, TimeProvider time, Func<ReportAsked, IQuery<TView>> question, Func<TView, TBody> show, CancellationToken ct) where TBody : class
    {
        var asked = ReportAsked.Of(request.Query, (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow()));
        return (await dispatcher.Ask(question(asked), ct)).Match<IResult>(
            found => new RestAnswer<TBody>(show(found)),
            error => RestProblem.Of(error, error.Field is { } field ? [FieldProblem.InQuery(field.ToLowerInvariant(), error)] : []));
    }

    static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.WithMetadata(new ReportQuery(typeof(TBody), names));
}
