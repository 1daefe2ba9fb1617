using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Sync;

/// <summary>POST /api/invoices/process: one Stripe sale to its e-invoice. Repeating it is safe and answers the same invoice.</summary>
static class ProcessingApi
{
    internal static readonly Dictionary<string, SaleKind> Kinds = new()
    {
        ["stripe_invoice"] = SaleKind.Invoice,
        ["invoice"] = SaleKind.Invoice,
        ["stripe_charge"] = SaleKind.Charge,
        ["charge"] = SaleKind.Charge,
    };

    public static void MapProcessingApi(this RouteGroupBuilder invoices) => invoices
        .MapPost("/process", Receive).Accepts<Request>("application/json", ApiBody.Anything)
        .Produces<Answer>()
        .Describe<Answer>("process_invoice", "Makes the e-invoice of a Stripe sale and files it", StatusCodes.Status202Accepted, 400, 404, 409, 422, 503);

    static Task<IResult> Receive(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Request>(request, async body =>
    {
        if (body.SourceType is null || !Kinds.TryGetValue(body.SourceType, out var kind)) return ApiErrors.SourceTypeUnknown.ToProblem();
        if (string.IsNullOrEmpty(body.SourceId)) return ApiErrors.SourceIdMissing.ToProblem();
        if (await dispatcher.Refusal(body.Provider, ct) is { } refusal) return refusal.ToProblem();

        var key = new SourceKey(kind, body.SourceId);
        var said = new SaleInstructions(Given(body.CustomerTaxId), Given(body.InvoiceNumber));
        return body.DryRun ? await Foresee(new(key, said), dispatcher, request, ct) : await Begin(new(key, said), dispatcher, request, ct);
    });

    static async Task<IResult> Begin(ProcessSale command, IDispatcher dispatcher, HttpRequest request, CancellationToken ct) =>
        (await dispatcher.Send(command, ct)).Match<IResult>(
            view => TakenIn(Answer.Of(view, false, request)),
            error => Problem(error));

    static async Task<IResult> Foresee(ForeseeSale command, IDispatcher dispatcher, HttpRequest request, CancellationToken ct) =>
        (await dispatcher.Send(command, ct)).Match<IResult>(view => TypedResults.Ok(Answer.Of(view, true, request)), error => Problem(error));

    static Accepted<Answer> TakenIn(Answer answer) => TypedResults.Accepted(answer.StatusUrl, answer);

    static ProblemHttpResult Problem(Error error) => error.Named(("TaxId", "customer_tax_id")).ToProblem();

    static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>
    /// customer_tax_id is a CUI with or without RO, another country's VAT number, or "-" for a private person; left out, what
    /// Stripe knows is used. invoice_number is for charges only. With dry_run nothing is made.
    /// </summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Request(string? SourceType, string? SourceId, string? Provider = null, string? CustomerTaxId = null, string? InvoiceNumber = null, bool DryRun = false);

    /// <summary>Status is the sale's state; of a dry run, the state it would get.</summary>
    sealed record Answer(string? Id, string? SaleId, string Status, string? StatusUrl, string? ReasonCode, string? Reason, bool DryRun)
    {
        public static Answer Of(ProcessSale.View view, bool dryRun, HttpRequest request)
        {
            var named = view.Invoice?.ToString() ?? view.Sale?.ToString();
            var url = named is null ? null : $"{request.PathBase}/api/invoices/status/{named}";
            return new(view.Invoice?.ToString(), view.Sale?.ToString(), view.State.OnTheWire(), url, view.ReasonCode, view.Reason, dryRun);
        }
    }
}
