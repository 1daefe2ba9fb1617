using System.Text.Json.Serialization;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Access;

/// <summary>/api/approvals: what waits for a second pair of eyes, and the decision.</summary>
static class ApprovalsApi
{
    public static void MapApprovalsApi(this RouteGroupBuilder api)
    {
        var approvals = api.MapGroup("/approvals").WithTags("Access");
        approvals.MapGet("", List).Describe<List<Row>>("list_approvals", "What waits for approval; with decided=true what was decided");
        approvals.MapPost("/{approval}", Decide).Accepts<Decision>("application/json", ApiBody.Anything)
            .Describe<object>("decide_approval", "Approves or refuses what waits", StatusCodes.Status204NoContent, 400, 404, 409);
    }

    static async Task<IResult> List(bool? decided, IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListApprovals(decided ?? false), ct)).Match<IResult>(
        rows => TypedResults.Ok(rows.Select(Row.Of).ToList()),
        error => error.ToProblem());

    static Task<IResult> Decide(string approval, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Decision>(request, async body =>
        !Ids.TryParse<ApprovalId>(approval, out var id) || body.Approved is not { } approved
            ? (body.Approved is null ? ApiErrors.BodyInvalid("approved") : ApiErrors.NotFound).ToProblem()
            : (await dispatcher.Send(new DecideApproval(id, approved, body.Reason), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToProblem()));

    /// <summary>A refusal needs a reason of at most 500 characters.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Decision(bool? Approved, string? Reason = null);

    sealed record Row(
        string Id, string Kind, string Subject, string Title, decimal Amount, string Currency, string? Customer, string? Creator, string Because,
        string State, DateTimeOffset AskedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason)
    {
        public static Row Of(ListApprovals.Row a) => new(
            a.Id.ToString(), a.Kind.OnTheWire(), a.Subject, a.Title, a.Amount.Amount, a.Amount.Currency.Code, a.Customer, a.Creator, a.Because,
            a.State.OnTheWire(), a.AskedAt.ToUniversalTime(), a.DecidedBy, a.DecidedAt?.ToUniversalTime(), a.Reason);
    }
}
