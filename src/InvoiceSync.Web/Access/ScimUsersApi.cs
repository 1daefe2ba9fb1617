using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Access;

/// <summary>/scim/v2/Users.</summary>
static class ScimUsersApi
{
    // A PATCH reads, changes and writes; when another was quicker it begins again.
    const int Tries = 5;

    public static void MapScimUsers(this RouteGroupBuilder scim)
    {
        scim.MapGet("/Users", List);
        scim.MapPost("/Users", Create);
        scim.MapGet("/Users/{id}", Get);
        scim.MapPut("/Users/{id}", Replace);
        scim.MapPatch("/Users/{id}", Patch);
        scim.MapDelete("/Users/{id}", Delete);
    }

    static async Task<IResult> List(HttpContext http, IDispatcher dispatcher)
    {
        try
        {
            var page = ScimPaging.Read(http.Request.Query);
            var found = await dispatcher.Ask(Wanted(ScimFilter.Read(http.Request.Query["filter"])) with { Start = page.Start, Count = page.Count }, http.RequestAborted);
            return found.Match(all => ScimAnswer.List(all.Total, page.Start, all.Rows.Select(ScimUserJson.Write)), ScimAnswer.Refuse);
        }
        catch (ScimRefusedException why)
        {
            return ScimAnswer.Refuse(why);
        }
    }

    static ListScimUsers Wanted(ScimFilter? filter) => filter switch
    {
        null => new(),
        { Attribute: "username" } => new(UserName: filter.Value),
        { Attribute: "externalid" } => new(ExternalId: filter.Value),
        { Attribute: "emails" } => new(Email: filter.Value),
        { Attribute: "id" } => new(Ids.TryParse<UserId>(filter.Value, out var id) ? id : default(UserId)),
        _ => throw ScimFilter.Unsupported(),
    };

    static Task<IResult> Create(HttpContext http, IDispatcher dispatcher) => ScimBody.With(http, async body =>
    {
        var made = await dispatcher.Send(new CreateScimUser(ScimUserJson.Read(body)), http.RequestAborted);
        return made.Error is { } error ? ScimAnswer.Refuse(error) : await Shown(http, dispatcher, made.OrThrow(), StatusCodes.Status201Created);
    });

    static Task<IResult> Get(string id, HttpContext http, IDispatcher dispatcher) => With(id, user => Shown(http, dispatcher, user, StatusCodes.Status200OK));

    static Task<IResult> Replace(string id, HttpContext http, IDispatcher dispatcher) => With(id, user => ScimBody.With(http, async body =>
    {
        var done = await dispatcher.Send(new ReplaceScimUser(user, ScimUserJson.Read(body), ScimAnswer.Wanted(http.Request)), http.RequestAborted);
        return done.Error is { } error ? ScimAnswer.Refuse(error) : await Shown(http, dispatcher, user, StatusCodes.Status200OK);
    }));

    static Task<IResult> Patch(string id, HttpContext http, IDispatcher dispatcher) => With(id, user => ScimBody.With(http, body => Patched(user, body, http, dispatcher)));

    static async Task<IResult> Patched(UserId user, JsonElement body, HttpContext http, IDispatcher dispatcher)
    {
        var wanted = ScimAnswer.Wanted(http.Request);
        for (var left = Tries; ; left--)
        {
            var found = await dispatcher.Ask(new ListScimUsers(user), http.RequestAborted);
            if (found.Error is { } refused) return ScimAnswer.Refuse(refused);
            if (found.OrThrow().Rows is not [var row]) return NotFound();
            var done = await dispatcher.Send(new ReplaceScimUser(user, ScimPatch.Apply(row.Person, body), wanted ?? row.Version), http.RequestAborted);
            if (done.IsOk) return await Shown(http, dispatcher, user, StatusCodes.Status200OK);
            if (wanted is not null || left == 1 || done.Error!.Kind != ErrorKind.Conflict) return ScimAnswer.Refuse(done.Error!);
        }
    }

    static Task<IResult> Delete(string id, HttpContext http, IDispatcher dispatcher) => With(id, async user =>
        (await dispatcher.Send(new DeleteScimUser(user, ScimAnswer.Wanted(http.Request)), http.RequestAborted)).Match(_ => Results.NoContent(), ScimAnswer.Refuse));

    static async Task<IResult> Shown(HttpContext http, IDispatcher dispatcher, UserId user, int status) =>
        (await dispatcher.Ask(new ListScimUsers(user), http.RequestAborted)).Match(
            found => found.Rows is [var row] ? ScimAnswer.Resource(http, ScimUserJson.Write(row), row.Version, status) : NotFound(), ScimAnswer.Refuse);

    static async Task<IResult> With(string id, Func<UserId, Task<IResult>> then) => Ids.TryParse<UserId>(id, out var user) ? await then(user) : NotFound();

    static IResult NotFound() => ScimAnswer.Refuse(StatusCodes.Status404NotFound, null, "There is no such user.");
}
