using System.Collections.Frozen;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/estimates: pro-formas and quotes, made of a draft and made into one again, once.</summary>
static class EstimatesApi
{
    static readonly FrozenDictionary<string, EstimateStatus> Statuses = WireNames.Of<EstimateStatus>();
    static readonly FrozenDictionary<string, EstimateKind> Kinds = WireNames.Of<EstimateKind>();

    static readonly RestList Query = RestList.Sorted("-created_at")
        .OneOf("status", Statuses, "How far it has come.")
        .OneOf("type", Kinds, "Pro-formas, or quotes.")
        .Id<CustomerId>("customer_id", "The customer it was made for.");

    public static void MapEstimatesApi(this RouteGroupBuilder v1)
    {
        var estimates = v1.MapGroup("/estimates").WithTags("Estimates");
        estimates.MapGet("", List).DescribeList<EstimateBody>("list_estimates", "Pro-formas and quotes, newest first", Query);
        estimates.MapPost("", Make).DescribePost<NewEstimate, EstimateBody>("create_estimate", "Makes a pro-forma or a quote of a draft, which is gone then", StatusCodes.Status201Created, 404);
        estimates.MapGet("/{id}", Get).DescribeOne<EstimateBody>("get_estimate", "A pro-forma or a quote");
        estimates.MapGet("/{id}/pdf", Print).WithMetadata(new RestOneQuery(null)).DescribeFile("print_estimate", "A pro-forma or a quote as a PDF", "application/pdf");
        estimates.MapPost("/{id}/send", (string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Mark(id, EstimateStatus.Sent, request, dispatcher, ct))
            .DescribeAct<EstimateBody>("mark_estimate_sent", "Says that it was sent; nothing is mailed");
        estimates.MapPost("/{id}/accept", (string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Mark(id, EstimateStatus.Accepted, request, dispatcher, ct))
            .DescribeAct<EstimateBody>("accept_estimate", "Says that the customer accepted it");
        estimates.MapPost("/{id}/decline", (string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Mark(id, EstimateStatus.Declined, request, dispatcher, ct))
            .DescribeAct<EstimateBody>("decline_estimate", "Says that the customer declined it");
        estimates.MapPost("/{id}/convert", Convert).DescribeAct<EstimateBody>("convert_estimate", "Makes the draft of its invoice, once; invoice_id names it");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(http, async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(), EstimateBody.Of);

    static ListEstimates Read(RestAsked asked) => new(asked.One<EstimateStatus>("status"), asked.One<EstimateKind>("type"), asked.After?.ToPageKey(), asked.Limit)
    {
        Customer = asked.One<CustomerId>("customer_id"),
        OldestFirst = !asked.Descending,
    };

    static Task<IResult> Make(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewEstimate>(request, async body =>
    {
        var made = await dispatcher.Send(new MakeEstimate(body.InvoiceId, body.Type, body.ValidUntil), ct);
        return made.Error is { } refused ? refused.ToRestProblem(("ValidUntil", "/valid_until"), ("Kind", "/type")) : await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    });

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<EstimateId>(id, estimate => Show(estimate, dispatcher, ct));

    static Task<IResult> Mark(string id, EstimateStatus status, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<EstimateId>(id, async estimate =>
        (await dispatcher.Send(new MarkEstimate(estimate, status, RestVersion.Expected(request)), ct)).Error is { } refused ? refused.Preconditioned(request).ToRestProblem() : await Show(estimate, dispatcher, ct));

    static Task<IResult> Convert(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<EstimateId>(id, async estimate =>
        (await dispatcher.Send(new InvoiceEstimate(estimate), ct)).Error is { } refused ? refused.ToRestProblem() : await Show(estimate, dispatcher, ct));

    static Task<IResult> Print(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<EstimateId>(id, async estimate => (await dispatcher.Ask(new PrintEstimate(estimate), ct)).Match<IResult>(
        printed => TypedResults.File(printed.Pdf, "application/pdf", printed.FileName),
        error => error.ToRestProblem()));

    static async Task<IResult> Show(EstimateId estimate, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) => (await dispatcher.Ask(new GetEstimate(estimate), ct)).Match<IResult>(
        found => new RestAnswer<EstimateBody>(EstimateBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/estimates/{estimate}" : null },
        error => error.ToRestProblem());

    /// <summary>Invoice_id is a draft, as POST /v1/invoices makes it. It becomes the estimate and is a draft no longer.</summary>
    sealed record NewEstimate(InvoiceId InvoiceId, EstimateKind Type, DateOnly ValidUntil);
}
