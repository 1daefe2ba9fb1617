using System.Security.Claims;
using System.Text.Encodings.Web;
using InvoiceSync.Access;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting;

/// <summary>Signs a browser in by its session row. In a company's address only a member is signed in; anybody else sees what a stranger sees.</summary>
sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Sessions sessions, RememberedDevice remembered, IRefusalLog refusals)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var slug = TenantAddress.SlugOf(Context);
        var from = PortalClaims.AddressOf(Context);
        var token = SessionCookie.Read(Context);
        var agent = Door.Agent(Context);
        var who = token is null ? null : await sessions.Find(token, slug, from, agent, Context.RequestAborted);
        if (who is null && (token = await remembered.Resume(Context)) is not null) who = await sessions.Find(token, slug, from, agent, Context.RequestAborted);
        if (who is null) return AuthenticateResult.NoResult();
        return AuthenticateResult.Success(new(new ClaimsPrincipal(Identity(who, token!, slug, Context)), Scheme.Name));
    }

    // A page asks to sign in; a stranger to this company learns nothing, not even that it exists.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wanted = Request.PathBase + Request.Path + Request.QueryString;
        if (RememberedDevice.CameLate(Context)) Response.Redirect(wanted);
        else Response.Redirect($"/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}");
        return Task.CompletedTask;
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        // Somebody of the company is told that it is not for them; to a stranger there is nothing here.
        var isMember = Context.User.HasClaim(c => c.Type == PortalClaims.Tenant);
        Response.StatusCode = isMember ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        if (isMember && Context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } address } wanted)
            await refusals.Note(PortalClaims.CallerOf(Context), $"{Request.Method} {address}", string.Join(' ', wanted.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct()));
    }

    static ClaimsIdentity Identity(WhoIs.View who, string token, string? slug, HttpContext http)
    {
        // Forgery tokens are bound to the first: a form drawn inside a company is also posted outside it (sign-out).
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, who.User.ToString()), new(PortalClaims.Token, token),
            new(ClaimTypes.Name, who.Name), new(ClaimTypes.Email, who.Email), .. PortalClaims.Of(who), .. PortalClaims.Of(http),
        ];
        if (who.Bar is not null) claims.Add(new(PortalClaims.Barred, "true"));
        if (who.Grant is not null) claims.Add(new(PortalClaims.Slug, slug!));
        return new(claims, Name, ClaimTypes.Name, null);
    }
}
