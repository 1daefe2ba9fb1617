using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>ANAF's OAuth. The certificate is asked for in the browser only; each refresh rotates both tokens.</summary>
sealed class AnafAuthorization(AnafWire wire, IOptions<AnafOptions> options, TimeProvider time) : IFiscalAuthorization
{
    const int MostAnswer = 64 * 1024;

    public Uri AuthorizeUrl(FiscalApp app, Uri redirect, string state) => AnafAddresses.Authorize(app, redirect, state);

    public string Explain(string error) => SignInHelp.For(error);

    public Task<TokenAnswer> Exchange(FiscalApp app, string code, Uri redirect, CancellationToken ct) =>
        Ask(app, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect.OriginalString }, null, ct);

    public Task<TokenAnswer> Refresh(FiscalApp app, string refreshToken, CancellationToken ct) =>
        Ask(app, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, refreshToken, ct);

    async Task<TokenAnswer> Ask(FiscalApp app, Dictionary<string, string> form, string? current, CancellationToken ct)
    {
        form["token_content_type"] = "jwt";
        using var request = new HttpRequestMessage(HttpMethod.Post, AnafAddresses.Token(app)) { Content = new FormUrlEncodedContent(form) };
        var credentials = Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));

        return await wire.Send(AnafWire.Questions, request, options.Value.Token, MostAnswer, ct) switch
        {
            AnafReply.Answered answered when AnafJson.Read(answered.Body) is { } json => Read(answered.Status, json, current),
            var reply => AnafTrouble.In(reply) switch
            {
                AnafTrouble.Unavailable down => new TokenAnswer.Unavailable(down.Why),
                AnafTrouble.Limited => new TokenAnswer.Unavailable("ANAF's sign-in has had enough calls for now."),
                _ => new TokenAnswer.Unavailable("ANAF's sign-in gave no readable answer."),
            },
        };
    }

    TokenAnswer Read(HttpStatusCode status, JsonElement json, string? current)
    {
        if (json.Text("error") is { } error) return new TokenAnswer.Refused(error, SignInHelp.For(error));
        if (status != HttpStatusCode.OK) return new TokenAnswer.Unavailable($"ANAF's sign-in answered {(int)status}.");

        // Without a new refresh token the old one stays good (RFC 6749 §6).
        if (json.Text("access_token") is not { Length: > 0 } access || (json.Text("refresh_token") ?? current) is not { Length: > 0 } refresh)
            return new TokenAnswer.Unavailable("ANAF's sign-in answered without tokens.");

        var expires = TokenExpiry.Of(access) ?? After(json.Text("expires_in"));
        return expires is { } at
            ? new TokenAnswer.Granted(access, at, refresh, TokenExpiry.Of(refresh) ?? After(json.Text("refresh_expires_in")))
            : new TokenAnswer.Unavailable("ANAF's sign-in did not say how long the token lives.");
    }

    DateTimeOffset? After(string? seconds) =>
        uint.TryParse(seconds, out var count) ? time.GetUtcNow().AddSeconds(count) : null;
}
