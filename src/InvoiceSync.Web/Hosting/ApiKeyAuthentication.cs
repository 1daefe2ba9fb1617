using System.Security.Claims;
using System.Text.Encodings.Web;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Signs a program in by "Authorization: Bearer isk_…", its key, or "ist_…", a token it got for the key. The key says which
/// company; an address of another company refuses it.
/// </summary>
sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ScopedDispatch dispatch, AccessTokens tokens, KeyUsage usage)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "api-key";
    const string Bearer = "Bearer ";

    Error? refusal;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var answer = await Holder(header[Bearer.Length..].Trim(), Context.RequestAborted);
        refusal = answer.Error;
        if (!answer.IsOk || answer.OrThrow() is not { } key || !await TenantAddress.IsHomeOf(key.Tenant, Context, dispatch)) return AuthenticateResult.Fail("The API key is not valid.");

        usage.Note(key.Tenant, key.Key, PortalClaims.AddressOf(Context));
        List<Claim> claims =
        [
            new(PortalClaims.Person, key.Key.ToString()), new(PortalClaims.Tenant, key.Tenant.ToString()), new(ClaimTypes.Name, key.Name),
            .. PortalClaims.Of(key.Permissions, key.Limits), .. PortalClaims.Of(Context),
        ];
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Name, ClaimTypes.Name, null)), Scheme.Name));
    }

    // Who holds the key is told what else is wrong; anybody else learns nothing.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (refusal is not null) return Say(refusal, ApiProblems.StatusOf(refusal.Kind));
        Response.Headers.WWWAuthenticate = "Bearer";
        var unknown = Request.Headers.Authorization.Count == 0 ? ApiErrors.KeyMissing : ApiErrors.KeyInvalid;
        return Say(unknown, StatusCodes.Status401Unauthorized);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Say(ApiErrors.KeyInvalid, StatusCodes.Status403Forbidden);

    // A directory reads refusals in the schema of SCIM only.
    Task Say(Error error, int status) => ScimApi.IsAt(Request.Path)
        ? ScimAnswer.Refuse(status, null, error.Message).ExecuteAsync(Context)
        : (status == StatusCodes.Status401Unauthorized ? error.ToProblem(status) : error.ToProblem()).ExecuteAsync(Context);

    async Task<Result<WhoHoldsKey.View?>> Holder(string text, CancellationToken ct)
    {
        var from = PortalClaims.AddressOf(Context);
        if (!text.StartsWith(AccessTokens.Prefix, StringComparison.Ordinal)) return await dispatch.As(Caller.Nobody, d => d.Send(new WhoHoldsKey(text, from), ct));
        return tokens.Read(text) is { } token
            ? await dispatch.As(Caller.Nobody, d => d.Send(new WhoHoldsToken(token.Key, token.Stamp, token.Scopes, from), ct))
            : (WhoHoldsKey.View?)null;
    }
}
