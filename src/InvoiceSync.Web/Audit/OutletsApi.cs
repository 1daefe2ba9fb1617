using System.Collections.Frozen;
using System.Text.Json.Serialization;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Audit;

/// <summary>/api/audit/outlets: the log systems the log is pushed to.</summary>
static class OutletsApi
{
    static readonly FrozenDictionary<string, OutletKind> Kinds = WireNames.Of<OutletKind>();

    public static void MapOutletsApi(this RouteGroupBuilder audit)
    {
        var outlets = audit.MapGroup("/outlets");
        outlets.MapGet("", List).Describe<List<Row>>("list_audit_outlets", "The log systems the log is pushed to, and how far each is behind");
        outlets.MapPost("", Save).Accepts<Written>("application/json", ApiBody.Anything)
            .Describe<Saved>("save_audit_outlet", "Has the log pushed to a log system, or with an id changes how", 200, 400, 404, 422);
        outlets.MapDelete("/{outlet}", Delete).Describe<object>("delete_audit_outlet", "Forgets a log system and its token", StatusCodes.Status204NoContent, 404);
        outlets.MapPost("/{outlet}/test", Test).Describe<Tested>("test_audit_outlet", "Sends one entry made for it", 200, 404);
    }

    static async Task<IResult> List(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListOutlets(), ct)).Match<IResult>(
        rows => TypedResults.Ok(rows.Select(Row.Of).ToList()),
        error => error.ToProblem());

    static Task<IResult> Save(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => ApiBody.With<Written>(request, async body =>
    {
        if (!Kinds.TryGetValue(body.Kind ?? "", out var kind)) return ApiErrors.BodyInvalid("kind").ToProblem();
        OutletId? outlet = null;
        if (body.Id is { } text)
        {
            if (!Ids.TryParse<OutletId>(text, out var id)) return ApiErrors.NotFound.ToProblem();
            outlet = id;
        }

        var command = new SaveOutlet(outlet, kind, body.Name ?? "", body.Address ?? "", body.Index ?? "", body.Source ?? "", body.Token, body.FromStart ?? false);
        return (await dispatcher.Send(command, ct)).Match<IResult>(
            id => TypedResults.Ok(new Saved(id.ToString())),
            error => error.Named(("Name", "name"), ("Address", "address"), ("Index", "index"), ("Source", "source"), ("Token", "token")).ToProblem());
    });

    static async Task<IResult> Delete(string outlet, IDispatcher dispatcher, CancellationToken ct) => Ids.TryParse<OutletId>(outlet, out var id)
        ? (await dispatcher.Send(new DeleteOutlet(id), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToProblem())
        : ApiErrors.NotFound.ToProblem();

    static async Task<IResult> Test(string outlet, IDispatcher dispatcher, CancellationToken ct) => Ids.TryParse<OutletId>(outlet, out var id)
        ? (await dispatcher.Send(new TestOutlet(id), ct)).Match<IResult>(outcome => TypedResults.Ok(new Tested(outcome.Problem is null, outcome.Problem)), error => error.ToProblem())
        : ApiErrors.NotFound.ToProblem();

    /// <summary>Kind is splunk, elastic or datadog. The token may be left out when neither kind nor address change.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Written(string? Kind, string? Name, string? Address, string? Id = null, string? Index = null, string? Source = null, string? Token = null, bool? FromStart = null);

    sealed record Saved(string Id);

    /// <summary>Problem is in the other end's words; null when the entry was taken.</summary>
    sealed record Tested(bool Passed, string? Problem);

    sealed record Row(
        string Id, string Kind, string Name, string Address, string Index, string Source, bool On, long Behind, DateTimeOffset? WaitingSince, DateTimeOffset? SentAt,
        string? Problem, DateTimeOffset? FailingSince, DateTimeOffset? NextTryAt, int Parked)
    {
        public static Row Of(ListOutlets.Row o) => new(
            o.Id.ToString(), o.Kind.OnTheWire(), o.Name, o.Address, o.Index, o.Source, o.IsOn, o.Behind, o.WaitingSince?.ToUniversalTime(), o.SentAt?.ToUniversalTime(),
            o.Problem, o.FailingSince?.ToUniversalTime(), o.NextTryAt?.ToUniversalTime(), o.ParkedInAll);
    }
}
