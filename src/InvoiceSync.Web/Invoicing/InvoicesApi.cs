using System.Collections.Frozen;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/invoices as they are read: the issued ones, and under status=draft those being written.</summary>
static class InvoicesApi
{
    static readonly string[] Expands = ["customer"];
    static readonly Dictionary<string, string> Statuses = WireNames.Of<InvoiceStatus>().Keys.Order().Prepend(InvoiceBody.Draft).ToDictionary(status => status);

    static readonly FrozenDictionary<string, DocumentType> Types = WireNames.Of<DocumentType>();

    static readonly RestList Query = OfCustomer().Id<CustomerId>("customer_id", "The customer it was made for.");

    static RestList OfCustomer() => RestList.Sorted("-created_at", "issue_date")
        .OneOf("status", Statuses, "How far it is paid; draft for those not issued yet, which no list shows otherwise.")
        .OneOf("type", Types, "Invoices, or what takes invoices back.")
        .Text("search", 100, "How its number, or the customer's name or e-mail, begins.")
        .Currency("currency", "The currency, by ISO 4217.")
        .Days("issue_date", "The legal date of issue.")
        .Amounts("total", "The total with tax, in the invoice's currency.")
        .Metadata()
        .Expand(Expands);

    public static void MapInvoicesApi(this RouteGroupBuilder v1)
    {
        var ofCustomer = OfCustomer();
        v1.MapGet("/invoices", (HttpContext http, IDispatcher dispatcher, CancellationToken ct) => List(Query, null, http, dispatcher, ct)).WithTags("Invoices")
            .DescribeList<InvoiceBody>("list_issued_invoices", "Issued invoices, newest first", Query);
        v1.MapGroup("/invoices").WithTags("Invoices").MapInvoiceUndoApi();
        v1.MapPost("/invoices/{id}/send", Send).WithTags("Invoices").DescribePost<NewInvoiceMail, InvoiceMailBody>("send_invoice", "Send an invoice to the customer by e-mail", 202, 404);
        v1.MapGet("/invoices/{id}", Get).WithTags("Invoices").DescribeOne<InvoiceBody>("get_invoice", "An invoice, issued or a draft", Expands);
        v1.MapGet("/invoices/{id}/pdf", Print).WithTags("Invoices").WithMetadata(new RestOneQuery(null)).DescribeFile("print_invoice", "An issued invoice as a PDF, in the design it was issued with", "application/pdf");
        v1.MapGet("/customers/{id}/invoices", (string id, HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Of(ofCustomer, id, http, dispatcher, ct)).WithTags("Customers")
            .DescribeList<InvoiceBody>("list_invoices_of_customer", "A customer's issued invoices, newest first", ofCustomer, 404);
    }

    static async Task<IResult> Of(RestList query, string id, HttpContext http, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<CustomerId>(id, out var customer)) return ApiErrors.NotFound.ToRestProblem();
        return (await dispatcher.Ask(new GetCustomer(customer), ct)).Error is { } unknown ? unknown.ToRestProblem() : await List(query, customer, http, dispatcher, ct);
    }

    static Task<IResult> List(RestList query, CustomerId? customer, HttpContext http, IDispatcher dispatcher, CancellationToken ct)
    {
        var isDrafts = http.Request.Query["status"] == InvoiceBody.Draft;
        if (isDrafts && http.Request.Query.FirstOrDefault(p => p.Key.StartsWith("issue_date", StringComparison.Ordinal) || p.Key == "sort" && p.Value.ToString().EndsWith("issue_date", StringComparison.Ordinal)) is { Key: { } undated })
            return Task.FromResult<IResult>(RestProblem.Of(RestErrors.QueryInvalid, [FieldProblem.InQuery(undated, InvoiceRefusals.DraftsUndated)]));
        return query.Page(
            http,
            async asked =>
            {
                var page = isDrafts
                    ? Shown((await dispatcher.Ask(Drafts(asked, customer ?? asked.One<CustomerId>("customer_id")), ct)).ToRest(), InvoiceBody.Of)
                    : await Linked((await dispatcher.Ask(Issued(asked, customer ?? asked.One<CustomerId>("customer_id")), ct)).ToRest(), dispatcher, ct);
                return RestExpand.Wants(http.Request, Expands[0]) ? await Expanded(page, dispatcher, ct) : page;
            },
            body => body);
    }

    static Result<RestPage<InvoiceBody>> Shown<T>(Result<RestPage<T>> answer, Func<T, InvoiceBody> show) =>
        answer.Match<Result<RestPage<InvoiceBody>>>(page => new RestPage<InvoiceBody>([.. page.Rows.Select(show)], page.Next), error => error);

    static ListInvoices Issued(RestAsked asked, CustomerId? customer) =>
        new(asked.Text("search"), asked.Text("status") is { } status ? WireNames.Of<InvoiceStatus>()[status] : null, asked.One<Currency>("currency"), asked.After?.ToPageKey(), asked.Limit)
        {
            IsCredit = asked.One<DocumentType>("type") is { } type ? type == DocumentType.CreditNote : null,
            Issued = asked.Range<DateOnly>("issue_date"),
            Total = asked.Range<decimal>("total"),
            Customer = customer,
            Metadata = asked.Metadata,
            Order = asked.Sort == "issue_date" ? InvoiceOrder.Issued : InvoiceOrder.Made,
            OldestFirst = !asked.Descending,
        };

    static FindDrafts Drafts(RestAsked asked, CustomerId? customer) => new(asked.Text("search"), asked.One<Currency>("currency"), asked.After?.ToPageKey(), asked.Limit)
    {
        Total = asked.Range<decimal>("total"),
        Customer = customer,
        Metadata = asked.Metadata,
        OldestFirst = !asked.Descending,
    };

    static async Task<IResult> Get(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        var shown = await Show(invoice, dispatcher, ct);
        if (shown.Error is { } error) return error.ToRestProblem();
        var (body, version) = shown.OrThrow();
        // A customer changes without its invoices: no version stands for both.
        if (!RestExpand.Wants(request, Expands[0])) return new RestAnswer<InvoiceBody>(body, version);
        return (await Expanded(new RestPage<InvoiceBody>([body], null), dispatcher, ct)).Match<IResult>(page => new RestAnswer<InvoiceBody>(page.Rows[0]), unseen => unseen.ToRestProblem());
    }

    /// <summary>An invoice, issued or still a draft, and its version; a draft's is counted apart, below zero.</summary>
    public static async Task<Result<(InvoiceBody Body, long Version)>> Show(InvoiceId id, IDispatcher dispatcher, CancellationToken ct)
    {
        var issued = await dispatcher.Ask(new GetInvoiceDetails(id), ct);
        if (issued.Error is not { Kind: ErrorKind.NotFound } unknown)
        {
            if (issued.Error is { } refused) return refused;
            var links = (await dispatcher.Ask(new FindInvoiceLinks([id]), ct)).OrThrow();
            return (InvoiceBody.Of(issued.OrThrow(), links.GetValueOrDefault(id)?.Address), issued.OrThrow().Version);
        }

        return (await dispatcher.Ask(new GetDraft(id), ct)).Match<Result<(InvoiceBody, long)>>(found => (InvoiceBody.Of(found), -found.Version), error => error.Kind == ErrorKind.NotFound ? unknown : error);
    }

    static async Task<Result<RestPage<InvoiceBody>>> Expanded(Result<RestPage<InvoiceBody>> answer, IDispatcher dispatcher, CancellationToken ct)
    {
        if (answer.Error is not null) return answer;
        var page = answer.OrThrow();
        List<CustomerId> ids = [.. page.Rows.Select(r => Ids.TryParse<CustomerId>(r.Customer.Id, out var id) ? id : (CustomerId?)null).OfType<CustomerId>()];
        var found = await dispatcher.Ask(new GetCustomers(ids), ct);
        if (found.Error is { } unseen) return unseen;
        var current = found.OrThrow().Select(CustomerBody.Of).ToDictionary(c => c.Id);
        return page with { Rows = [.. page.Rows.Select(r => r with { Customer = r.Customer with { Current = current.GetValueOrDefault(r.Customer.Id ?? "") } })] };
    }

    // Each with the address of its public page, for callers who may see that.
    static async Task<Result<RestPage<InvoiceBody>>> Linked(Result<RestPage<GetInvoiceDetails.View>> answer, IDispatcher dispatcher, CancellationToken ct)
    {
        if (answer.Error is { } error) return error;
        var page = answer.OrThrow();
        var links = (await dispatcher.Ask(new FindInvoiceLinks([.. page.Rows.Select(row => row.Id)]), ct)).OrThrow();
        return new RestPage<InvoiceBody>([.. page.Rows.Select(row => InvoiceBody.Of(row, links.GetValueOrDefault(row.Id)?.Address))], page.Next);
    }

    static async Task<IResult> Print(string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToRestProblem();
        return (await dispatcher.Ask(new PrintInvoice(invoice), ct)).Match<IResult>(
            printed => TypedResults.File(printed.Pdf, "application/pdf", printed.FileName),
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
