using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Access;

/// <summary>
/// POST /oauth/token: client credentials (RFC 6749 §4.4). client_id is an API key's id, client_secret the key itself, by Basic
/// or in the form. Whatever is wrong with the two is answered alike.
/// </summary>
static class TokenEndpoint
{
    public static void MapTokenEndpoint(this WebApplication app)
    {
        app.MapPost("/oauth/token", Give).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(TokenRequest.Largest));
        app.MapGet("/.well-known/oauth-authorization-server", Describe).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> Give(HttpContext http, ScopedDispatch dispatch, AccessTokens tokens, TokenLimits limits, PortalOptions options, CancellationToken ct)
    {
        if (limits.HasFailedTooOften(http) is { } wait) return TokenAnswer.TooMany(wait);
        var request = await TokenRequest.Read(http.Request, ct);
        if (request.Problem is { } problem) return TokenAnswer.Refused(problem, request.Why);

        if (await Holder(request, http, dispatch, ct) is not { } holder)
        {
            limits.Failed(http);
            return TokenAnswer.UnknownClient(request.ByHeader);
        }

        if (limits.AsksTooOften(holder) is { } pause) return TokenAnswer.TooMany(pause);
        var scopes = request.Scope is null ? holder.Scopes : [.. request.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (scopes.Count == 0 || scopes.Except(holder.Scopes).Any()) return TokenAnswer.Refused("invalid_scope", "Ask for permissions this client has, parted by spaces, or leave scope out.");
        var life = TimeSpan.FromMinutes(Math.Clamp(options.Api.TokenMinutes, 10, 60));
        return TokenAnswer.Given(tokens.Write(new(holder.Key, holder.Stamp, scopes), life), life, scopes);
    }

    static async Task<WhoHoldsKey.View?> Holder(TokenRequest request, HttpContext http, ScopedDispatch dispatch, CancellationToken ct)
    {
        if (!Ids.TryParse<ApiKeyId>(request.Client, out var client)) return null;
        var answer = await dispatch.As(Caller.Nobody, d => d.Send(new WhoHoldsKey(request.Secret ?? "", PortalClaims.AddressOf(http)), ct));
        return answer.IsOk && answer.OrThrow() is { } holder && holder.Key == client && await TenantAddress.IsHomeOf(holder.Tenant, http, dispatch) ? holder : null;
    }

    static IResult Describe(HttpContext http, PortalOptions options)
    {
        var issuer = (options.PublicOrigin ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}")).GetLeftPart(UriPartial.Authority);
        return Results.Json(new
        {
            issuer,
            token_endpoint = $"{issuer}/oauth/token",
            grant_types_supported = (string[])["client_credentials"],
            response_types_supported = Array.Empty<string>(),
            token_endpoint_auth_methods_supported = (string[])["client_secret_basic", "client_secret_post"],
            scopes_supported = Permissions.All.Order(StringComparer.Ordinal),
            service_documentation = $"{issuer}/docs",
        });
    }
}
