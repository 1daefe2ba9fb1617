using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>POST /sso/{slug}/backchannel: a provider says that a session ended there (OpenID Connect Back-Channel Logout 1.0). No cookies, no form of ours.</summary>
static class BackChannel
{
    const int Longest = 32 * 1024;

    public static void MapBackChannel(this WebApplication app) =>
        app.MapPost("/sso/{slug}/backchannel", End).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    static async Task<IResult> End(HttpContext http, string slug, SsoConnections connections, OidcSchemes schemes, OidcClient oidc, ScopedDispatch dispatch, ILogger<OidcHandler> log)
    {
        http.Response.Headers.CacheControl = "no-store";
        var connection = await connections.Find(slug, http.RequestAborted);
        if (connection is not { Kind: SsoKind.Oidc, Enabled: true }) return Results.BadRequest();
        try
        {
            var settings = schemes.Of(connection).Settings;
            var token = await oidc.ReadLogout(settings, await Token(http), http.RequestAborted);
            // Sessions are kept by the name the connection knows people by; where that is not "sub", only the session can be named.
            var subject = settings.SubjectClaim == "sub" ? token.Subject : null;
            OidcRefusedException.Unless(subject is not null || token.SessionIndex is not null, "logout_token.nobody_named");
            var command = new LogOutBySso(connection.Id, $"jti:{token.Id}", token.UsableUntil, subject, token.SessionIndex);
            var ended = await dispatch.As(Caller.System(connection.Tenant, connection.Id.ToString()), d => d.Send(command, http.RequestAborted));
            if (ended.Error is { Kind: ErrorKind.Unavailable }) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            OidcRefusedException.Unless(ended.IsOk, "logout_token.used");
            log.LogInformation("{Connection} ended {Sessions} sessions", connection.Id, ended.OrThrow());
            return Results.Ok();
        }
        catch (OidcRefusedException refused)
        {
            log.LogWarning("Log-out by {Connection} refused: {Reason} ({Correlation})", connection.Id, refused.Reason, http.TraceIdentifier);
            return Results.BadRequest();
        }
    }

    static async Task<string> Token(HttpContext http)
    {
        OidcRefusedException.Unless(http.Request.HasFormContentType && http.Request.ContentLength is > 0 and <= Longest, "logout_token.missing");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        OidcRefusedException.Unless(form["logout_token"] is [{ Length: > 0 } token], "logout_token.missing");
        return form["logout_token"]!;
    }
}
