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
        reports.MapGet("/aging/customers", Debtors).Takes<DebtorsBody>("currency").Describe<DebtorsBody>("list_debtors", "The customers who owe most, and how late", 400);
        reports.MapGet("/payments", Payments).Takes<PaymentsReportBody>("from", "to", "by", "currency").Describe<PaymentsReportBody>("get_payments_report", "What was received, refunded and reversed, by day or month, currency and method", 400);
        reports.MapGet("/sales", Sales).Takes<SalesReportBody>("from", "to", "by", "currency").Describe<SalesReportBody>("get_sales_report", "What was issued, by day or month and currency", 400);
        reports.MapGet("/sales/customers", Customers).Takes<TopCustomersBody>("from", "to", "currency").Describe<TopCustomersBody>("list_top_customers", "The customers most was issued to, in whole months", 400);
        reports.MapGet("/sales/products", Products).Takes<TopProductsBody>("from", "to", "currency").Describe<TopProductsBody>("list_top_products", "The products most was issued of, in whole months", 400);
        reports.MapGet("/tax", Tax).Takes<TaxReportBody>("from", "to", "basis", "currency").Describe<TaxReportBody>("get_tax_report", "What was taxed, by VAT category and rate", 400);
    }

    static Task<IResult> Aging(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Aging, AgingReportBody.Of, ct);

    static Task<IResult> Debtors(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Debtors, DebtorsBody.Of, ct);

    static Task<IResult> Payments(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Payments, PaymentsReportBody.Of, ct);

    static Task<IResult> Customers(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Customers, TopCustomersBody.Of, ct);

    static Task<IResult> Products(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Products, TopProductsBody.Of, ct);

    static Task<IResult> Sales(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Sales, SalesReportBody.Of, ct);

    static Task<IResult> Tax(HttpRequest request, IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        Answer(request, dispatcher, time, asked => asked.Tax, TaxReportBody.Of, ct);

    static async Task<IResult> Answer<TView, TBody>(
        HttpRequest request, IDispatcher dispatcher, TimeProvider time, Func<ReportAsked, IQuery<TView>> question, Func<TView, TBody> show, CancellationToken ct) where TBody : class
    {
        var asked = ReportAsked.Of(request.Query, await dispatcher.Today(time, ct));
        return (await dispatcher.Ask(question(asked), ct)).Match<IResult>(
            found => new RestAnswer<TBody>(show(found)),
            error => RestProblem.Of(error, error.Field is { } field ? [FieldProblem.InQuery(field.ToLowerInvariant(), error)] : []));
    }

    static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.WithMetadata(new ReportQuery(typeof(TBody), names));
}
