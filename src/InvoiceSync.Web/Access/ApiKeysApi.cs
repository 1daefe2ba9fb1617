using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Access;

/// <summary>/v1/tenants/{id}/api-keys: makes, lists and ends the keys of the caller's own company. Of another there is nothing.</summary>
static class ApiKeysApi
{
    public static void MapApiKeysApi(this RouteGroupBuilder v1)
    {
        var keys = v1.MapGroup("/tenants/{tenant}/api-keys").WithTags("Access").AddEndpointFilter(OwnCompany);
        keys.MapGet("", List).Describe<Rows>("list_api_keys", "The company's API keys that were not ended, newest first", 404);
        keys.MapPost("", Create).DescribePost<NewKey, MadeKey>("create_api_key", "Makes an API key; the answer shows its secret, once", StatusCodes.Status201Created, 404);
        keys.MapDelete("/{id}", Revoke).DescribeDelete("revoke_api_key", "Ends an API key and its tokens at once and for ever");
    }

    static ValueTask<object?> OwnCompany(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Ids.TryParse<TenantId>((string?)call.HttpContext.Request.RouteValues["tenant"], out var tenant) && PortalClaims.CallerOf(call.HttpContext).TenantOrNone == tenant
            ? next(call)
            : new(ApiErrors.NotFound.ToRestProblem());

    static async Task<IResult> List(string tenant, IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListApiKeys(), ct)).Match<IResult>(
        keys => new RestAnswer<Rows>(new([.. keys.Select(k => new Row(
            k.Id.ToString(), k.Name, k.Prefix, k.State.OnTheWire(), k.CreatedAt.ToUniversalTime(), k.ExpiresAt?.ToUniversalTime(), k.LastUsedAt?.ToUniversalTime(), k.LastUsedFrom))])),
        error => error.ToRestProblem());

    static Task<IResult> Create(string tenant, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewKey>(request, async body =>
    {
        var command = new CreateApiKey(body.Name) { Scopes = body.Scopes, Addresses = body.Addresses ?? [], ExpiresAt = body.ExpiresAt };
        return (await dispatcher.Send(command, ct)).Match<IResult>(
            made => new RestAnswer<MadeKey>(new(made.Id.ToString(), body.Name, made.Secret), status: StatusCodes.Status201Created) { Location = $"{request.PathBase}{request.Path}/{made.Id}" },
            error => error.ToRestProblem(("ExpiresOn", "/expires_at")));
    });

    static async Task<IResult> Revoke(string tenant, string id, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<ApiKeyId>(id, out var key)) return ApiErrors.NotFound.ToRestProblem();
        return (await dispatcher.Send(new RevokeApiKey(key), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => error.ToRestProblem());
    }

    /// <summary>Scopes are permissions, none the calling key lacks. The new key works as long as the calling one.</summary>
    sealed record NewKey(string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Addresses = null, DateTimeOffset? ExpiresAt = null);

    /// <summary>Secret is what to send as the key; it is shown this once.</summary>
    sealed record MadeKey(string Id, string Name, string Secret);

    sealed record Rows(IReadOnlyList<Row> Data);

    sealed record Row(string Id, string Name, string Prefix, string State, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, string? LastUsedFrom);
}
