using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Access;

/// <summary>/scim/v2/Groups.</summary>
static class ScimGroupsApi
{
    const int Tries = 5;

    public static void MapScimGroups(this RouteGroupBuilder scim)
    {
        scim.MapGet("/Groups", List);
        scim.MapPost("/Groups", Create);
        scim.MapGet("/Groups/{id}", Get);
        scim.MapPut("/Groups/{id}", Replace);
        scim.MapPatch("/Groups/{id}", Patch);
        scim.MapDelete("/Groups/{id}", Delete);
    }

    static async Task<IResult> List(HttpContext http, IDispatcher dispatcher)
    {
        try
        {
            var page = ScimPaging.Read(http.Request.Query);
            var found = await dispatcher.Ask(Wanted(ScimFilter.Read(http.Request.Query["filter"])) with { Start = page.Start, Count = page.Count }, http.RequestAborted);
            return found.Match(all => ScimAnswer.List(all.Total, page.Start, all.Rows.Select(row => ScimGroupJson.Write(row, WithMembers(http)))), ScimAnswer.Refuse);
        }
        catch (ScimRefusedException why)
        {
            return ScimAnswer.Refuse(why);
        }
    }

    static ListScimGroups Wanted(ScimFilter? filter) => filter switch
    {
        null => new(),
        { Attribute: "displayname" } => new(DisplayName: filter.Value),
        { Attribute: "externalid" } => new(ExternalId: filter.Value),
        { Attribute: "members" } => new(Member: Ids.TryParse<UserId>(filter.Value, out var member) ? member : default(UserId)),
        { Attribute: "id" } => new(Ids.TryParse<ScimGroupId>(filter.Value, out var id) ? id : default(ScimGroupId)),
        _ => throw ScimFilter.Unsupported(),
    };

    static Task<IResult> Create(HttpContext http, IDispatcher dispatcher) => ScimBody.With(http, body => Saved(null, ScimGroupJson.Read(body), null, http, dispatcher));

    static Task<IResult> Get(string id, HttpContext http, IDispatcher dispatcher) => With(id, group => Shown(http, dispatcher, group, StatusCodes.Status200OK));

    static Task<IResult> Replace(string id, HttpContext http, IDispatcher dispatcher) =>
        With(id, group => ScimBody.With(http, body => Saved(group, ScimGroupJson.Read(body), ScimAnswer.Wanted(http.Request), http, dispatcher)));

    static Task<IResult> Patch(string id, HttpContext http, IDispatcher dispatcher) => With(id, group => ScimBody.With(http, body => Patched(group, body, http, dispatcher)));

    static async Task<IResult> Patched(ScimGroupId group, JsonElement body, HttpContext http, IDispatcher dispatcher)
    {
        var wanted = ScimAnswer.Wanted(http.Request);
        for (var left = Tries; ; left--)
        {
            var found = await dispatcher.Ask(new ListScimGroups(group), http.RequestAborted);
            if (found.Error is { } refused) return ScimAnswer.Refuse(refused);
            if (found.OrThrow().Rows is not [var row]) return NotFound();
            var done = await dispatcher.Send(new SaveScimGroup(group, ScimPatch.Apply(row.Team, body), wanted ?? row.Version), http.RequestAborted);
            if (done.IsOk) return await Shown(http, dispatcher, group, StatusCodes.Status200OK);
            if (wanted is not null || left == 1 || done.Error!.Kind != ErrorKind.Conflict) return ScimAnswer.Refuse(done.Error!);
        }
    }

    static Task<IResult> Delete(string id, HttpContext http, IDispatcher dispatcher) => With(id, async group =>
        (await dispatcher.Send(new DeleteScimGroup(group, ScimAnswer.Wanted(http.Request)), http.RequestAborted)).Match(_ => Results.NoContent(), ScimAnswer.Refuse));

    static async Task<IResult> Saved(ScimGroupId? group, ScimTeam team, long? version, HttpContext http, IDispatcher dispatcher)
    {
        var saved = await dispatcher.Send(new SaveScimGroup(group, team, version), http.RequestAborted);
        return saved.Error is { } error ? ScimAnswer.Refuse(error) : await Shown(http, dispatcher, saved.OrThrow(), group is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    static async Task<IResult> Shown(HttpContext http, IDispatcher dispatcher, ScimGroupId group, int status) =>
        (await dispatcher.Ask(new ListScimGroups(group), http.RequestAborted)).Match(
            found => found.Rows is [var row] ? ScimAnswer.Resource(http, ScimGroupJson.Write(row, WithMembers(http)), row.Version, status) : NotFound(), ScimAnswer.Refuse);

    // Directories with large groups ask for them without their members.
    static bool WithMembers(HttpContext http) => !http.Request.Query["excludedAttributes"].ToString().Split(',', StringSplitOptions.TrimEntries).Contains("members", StringComparer.OrdinalIgnoreCase);

    static async Task<IResult> With(string id, Func<ScimGroupId, Task<IResult>> then) => Ids.TryParse<ScimGroupId>(id, out var group) ? await then(group) : NotFound();

    static IResult NotFound() => ScimAnswer.Refuse(StatusCodes.Status404NotFound, null, "There is no such group.");
}
