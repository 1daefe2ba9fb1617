using System.Security.Claims;
using System.Text.Encodings.Web;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>Signs a program in by "Authorization: Bearer isk_…". The key says which company; an address of another company refuses it.</summary>
sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ScopedDispatch dispatch)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "api-key";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var key = (await dispatch.As(Caller.Nobody, d => d.Send(new WhoHoldsKey(header[Bearer.Length..].Trim()), Context.RequestAborted))).OrThrow();
        if (key is null || !await IsAtHome(key.Tenant)) return AuthenticateResult.Fail("The API key is not valid.");

        var caller = new Caller(key.Tenant, key.Key.ToString(), new HashSet<string> { "self" });
        await dispatch.As(caller, d => d.Send(new TouchApiKey(key.Key), Context.RequestAborted));
        List<Claim> claims =
        [
            new(PortalClaims.Person, key.Key.ToString()), new(PortalClaims.Tenant, key.Tenant.ToString()), new(ClaimTypes.Name, key.Name),
            .. Roles.Of(key.Role).Select(p => new Claim(PortalClaims.Permission, p)), .. PortalClaims.Of(Context),
        ];
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Name, ClaimTypes.Name, null)), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var refusal = Request.Headers.Authorization.Count == 0 ? ApiErrors.KeyMissing : ApiErrors.KeyInvalid;
        return refusal.ToProblem(StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiErrors.KeyInvalid.ToProblem().ExecuteAsync(Context);

    async Task<bool> IsAtHome(TenantId tenant)
    {
        if (TenantAddress.SlugOf(Context) is not { } slug) return true;
        var named = (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(slug), Context.RequestAborted))).OrThrow();
        return named is [var one] && one.Id == tenant;
    }
}
