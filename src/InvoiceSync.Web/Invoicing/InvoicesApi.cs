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
        invoices.MapPost("/{id}/send", Send).DescribePost<NewInvoiceMail, InvoiceMailBody>("send_invoice", "Send an invoice to the customer by e-mail", 202, 404);
        invoices.MapGet("/{id}", Get).DescribeOne<InvoiceBody>("get_invoice", "An issued invoice");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(
        http,
        async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(),
        InvoiceBody.Of);

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
        return (await dispatcher.Ask(new GetInvoiceDetails(invoice), ct)).Match<IResult>(
            found => new RestAnswer<InvoiceBody>(InvoiceBody.Of(found), found.Version),
            error => error.ToRestProblem());
    }

    // The mail leaves after this answer; the invoice tells when, in sent_at.
    static async Task<IResult> Send(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        return await RestBody.With<NewInvoiceMail>(request, async body =>
            (await dispatcher.Send(new SendInvoice(invoice, body.To, body.Cc, body.Message), ct)).Match<IResult>(
                queued => new RestAnswer<InvoiceMailBody>(new(queued.Mail.ToString(), id, queued.To, queued.Subject, "queued"), status: StatusCodes.Status202Accepted),
                error => error.ToRestProblem()));
    }
}
