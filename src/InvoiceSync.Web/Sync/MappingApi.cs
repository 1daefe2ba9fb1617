using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Sync;

/// <summary>/v1/mapping-rules: by which rules sales become invoices; one set a company, with a trial on a real sale.</summary>
static class MappingApi
{
    const string Root = "/mapping-rules";

    public static void MapMappingApi(this RouteGroupBuilder v1)
    {
        var rules = v1.MapGroup(Root).WithTags("Mapping rules");
        rules.MapGet("", Get).DescribeOne<MappingBody>("get_mapping_rules", "By which rules sales become invoices");
        rules.MapPut("", Replace).DescribeChange<MappingBody, MappingBody>("replace_mapping_rules", "Writes the rules anew, all of them");
        rules.MapPatch("", Change).DescribeChange<RestChange<MappingBody>, MappingBody>("update_mapping_rules", "Changes the rules that are sent; fields are replaced as a whole");
        rules.MapPost("/test", Test).DescribePost<SaleToTry, MappingTrial>("test_mapping_rules", "What an invoice or payment of Stripe would become; nothing is recorded", StatusCodes.Status200OK, 404, 503);
    }

    static Task<IResult> Get(IDispatcher dispatcher, CancellationToken ct) => Show(dispatcher, ct);

    static Task<IResult> Replace(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        RestBody.With<MappingBody>(request, body => Save(body, RestVersion.Expected(request), request, dispatcher, ct));

    static Task<IResult> Change(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestPatch.With(
        request,
        async () => (await dispatcher.Ask(new GetMappingRules(), ct)).Match<Result<RestBulk.Known<MappingBody>>>(found => new RestBulk.Known<MappingBody>(MappingBody.Of(found.Rules), found.Version), error => error),
        (changed, version) => Save(changed, version, request, dispatcher, ct));

    static Task<IResult> Test(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<SaleToTry>(request, async body =>
        (await dispatcher.Send(new TestMapping(body.SourceId), ct)).Match<IResult>(tried => new RestAnswer<MappingTrial>(MappingTrial.Of(tried)), error => error.ToRestProblem()));

    static async Task<IResult> Save(MappingBody body, long? version, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Send(new SaveMappingRules(body.Rules, version), ct)).Error is { } refused ? refused.Preconditioned(request).ToRestProblem() : await Show(dispatcher, ct);

    static async Task<IResult> Show(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new GetMappingRules(), ct)).Match<IResult>(
        found => new RestAnswer<MappingBody>(MappingBody.Of(found.Rules), found.Version), error => error.ToRestProblem());

    /// <summary>source_id is that of an invoice (in_…) or a payment (ch_…, py_…).</summary>
    sealed record SaleToTry(string SourceId);
}
