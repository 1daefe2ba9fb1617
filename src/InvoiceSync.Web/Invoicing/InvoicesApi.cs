using System.Collections.Frozen;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/invoices: the issued invoices, listed and one by one.</summary>
static class InvoicesApi
{
    static readonly FrozenDictionary<string, InvoiceStatus> Statuses = WireNames.Of<InvoiceStatus>();

    static readonly RestList Query = RestList.Sorted("-created_at", "issue_date")
        .OneOf("status", Statuses, "How far it is paid.")
        .Text("search", 100, "How its number, or the customer's name or e-mail, begins.")
        .Currency("currency", "The currency, by ISO 4217.")
        .Days("issue_date", "The legal date of issue.")
        .Amounts("total", "The total with tax, in the invoice's currency.");

    public static void MapInvoicesApi(this RouteGroupBuilder v1)
    {
        var invoices = v1.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapGet("", List).DescribeList<InvoiceBody>("list_issued_invoices", "Issued invoices, newest first", Query);
        invoices.MapGet("/{id}", Get).DescribeOne<InvoiceBody>("get_invoice", "An issued invoice");
        invoices.MapGet("/{id}/pdf", Print).WithMetadata(new RestOneQuery(null)).DescribeFile("print_invoice", "An issued invoice as a PDF, in the design it was issued with", "application/pdf");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(
        http,
        async Task<Result<RestPage<InvoiceBody>>> (asked) =>
        {
            var answer = await dispatcher.Ask(Read(asked), ct);
            if (answer.Error is { } error) return error;
            var page = answer.OrThrow();
            var links = (await dispatcher.Ask(new FindInvoiceLinks([.. page.Rows.Select(row => row.Id)]), ct)).OrThrow();
            return new RestPage<InvoiceBody>([.. page.Rows.Select(row => InvoiceBody.Of(row, links.GetValueOrDefault(row.Id)?.Address))], page.Next is { } next ? RestKey.Of(next) : null);
        },
        row => row);

    static ListInvoices Read(RestAsked asked) => new(asked.Text("search"), asked.One<InvoiceStatus>("status"), asked.One<Currency>("currency"), asked.After?.ToPageKey(), asked.Limit)
    {
        Issued = asked.Range<DateOnly>("issue_date"),
        Total = asked.Range<decimal>("total"),
        Order = asked.Sort == "issue_date" ? InvoiceOrder.Issued : InvoiceOrder.Made,
        OldestFirst = !asked.Descending,
    };

    static async Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var answer = await dispatcher.Ask(new GetInvoiceDetails(invoice), ct);
        if (answer.Error is { } error) return error.ToRestProblem();
        var links = (await dispatcher.Ask(new FindInvoiceLinks([invoice]), ct)).OrThrow();
        return new RestAnswer<InvoiceBody>(InvoiceBody.Of(answer.OrThrow(), links.GetValueOrDefault(invoice)?.Address), answer.OrThrow().Version);
    }

    static async Task<IResult> Print(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        return (await dispatcher.Ask(new PrintInvoice(invoice), ct)).Match<IResult>(
            printed => TypedResults.File(printed.Pdf, "application/pdf", printed.FileName),
            error => error.ToRestProblem());
    }
}
