using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>/api/sync: reads a date range from Stripe, and tells how far that has come.</summary>
static class SyncApi
{
    public static void MapSyncApi(this RouteGroupBuilder api)
    {
        var sync = api.MapGroup("/sync").WithTags("Stripe");
        sync.MapPost("", Start).Accepts<Request>("application/json", ApiBody.Anything).Describe<Started>("start_sync", "Reads the sales of a date range from Stripe", StatusCodes.Status202Accepted, 400);
        sync.MapGet("/{run}", Show).Describe<Run>("get_sync", "How far a sync has come", 404);
    }

    static Task<IResult> Start(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Request>(request, async body =>
    {
        var input = new ApiInput();
        var (from, to) = (input.Date("start_date", body.StartDate), input.Date("end_date", body.EndDate));
        input.Require(from is not null, ApiErrors.DateInvalid("start_date"));
        input.Require(to is not null, ApiErrors.DateInvalid("end_date"));
        if (input.Error is { } wrong) return wrong.ToProblem();
        return (await dispatcher.Send(new StartSync(from!.Value, to!.Value, body.Invoices, body.Charges), ct)).Match<IResult>(
            run => TypedResults.Accepted($"{request.PathBase}/api/sync/{run}", new Started(run.ToString(), $"{request.PathBase}/api/sync/{run}")),
            error => error.Named(("From", "start_date"), ("Invoices", "invoices")).ToProblem());
    });

    static async Task<IResult> Show(string run, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<SyncRunId>(run, out var id)) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Ask(new GetSyncRun(id), ct)).Match<IResult>(
            view => view is null ? ApiErrors.NotFound.ToProblem() : TypedResults.Ok(Run.Of(view)),
            error => error.ToProblem());
    }

    /// <summary>Both days are included, at most 366 in all; invoices and charges are both read unless left out.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Request(string? StartDate, string? EndDate, bool Invoices = true, bool Charges = true);

    sealed record Started(string Id, string StatusUrl);

    sealed record Run(string Id, DateOnly StartDate, DateOnly EndDate, int Found, int Read, bool Finished, string? Problem, DateTimeOffset StartedAt)
    {
        public static Run Of(GetSyncRun.View run) =>
            new(run.Id.ToString(), run.From, run.To, run.Found, run.Read, run.Finished, run.Problem, run.StartedAt.ToUniversalTime());
    }
}
