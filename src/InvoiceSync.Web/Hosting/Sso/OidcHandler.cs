using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// The code flow of one connection. The framework's OAuth handler keeps state, correlation cookie and PKCE; what OpenID Connect
/// asks beyond that is added here and in the connector. Tokens are looked at once and kept nowhere in the browser.
/// </summary>
sealed class OidcHandler(IOptionsMonitor<OidcHandlerOptions> options, ILoggerFactory log, UrlEncoder encoder, OidcClient oidc, ScopedDispatch dispatch, PortalOptions portal)
    : OAuthHandler<OidcHandlerOptions>(options, log, encoder)
{
    /// <summary>How long somebody may take at the provider.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public const string Who = "who";
    public const string IdToken = "id_token";

    OidcMetadata provider = default!;
    string nonce = "";

    Uri CallbackAddress => SsoAddress.Public(Context, portal, Options.Connection.Slug, OidcSchemes.Callback);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        provider = await oidc.Metadata(Options.Settings, Context.RequestAborted);
        await oidc.Reach(provider, Context.RequestAborted);
        nonce = OidcState.Begin(properties, Options.Settings.Issuer, properties.GetParameter<SsoWish>(nameof(SsoWish))!, TimeProvider.GetUtcNow());
        await base.HandleChallengeAsync(properties);
    }

    // The base writes the query; only discovery knows where it goes. A Host header has no say in where the provider sends the code.
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var query = new Uri(base.BuildChallengeUrl(properties, CallbackAddress.AbsoluteUri)).Query;
        var more = new Dictionary<string, string?> { ["login_hint"] = properties.GetParameter<SsoWish>(nameof(SsoWish))?.LoginHint };
        if (!Options.Settings.IsGitHub) more["nonce"] = nonce;
        if (properties.GetParameter<SsoWish>(nameof(SsoWish)) is { Fresh: true }) (more["prompt"], more["max_age"]) = ("login", "0");
        var address = provider.Authorization.AbsoluteUri;
        return QueryHelpers.AddQueryString($"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{query.TrimStart('?')}", more);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        // Before anything is believed: whatever is refused from here on, the test it was for can be told. The seal is ours.
        if (Request.Query["state"] is [{ } state] && Options.StateDataFormat.Unprotect(state) is { } asked) OidcState.Remember(Context, asked);
        OidcCallback.Check(Request.Query);
        return await base.HandleRemoteAuthenticateAsync();
    }

    // By now the state was opened and belongs to this browser.
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var (settings, stop, state) = (Options.Settings, Context.RequestAborted, OidcState.Of(context.Properties));
        OidcRefusedException.Unless(TimeProvider.GetUtcNow() - state.BegunAt <= Patience, "callback.too_late");
        OidcRefusedException.Unless(state.Issuer == settings.Issuer, "callback.issuer_changed");
        provider = await oidc.Metadata(settings, stop);
        OidcCallback.CheckIssuer(Request.Query, provider, settings.Issuer);
        await Spend(state, stop);
        await Pin(stop);

        var tokens = await oidc.Exchange(settings, context.Code, state.Verifier, CallbackAddress.AbsoluteUri, stop);
        var identity = await oidc.Identify(settings, tokens, state.Nonce, stop);
        context.Properties.SetParameter(Who, identity);
        context.Properties.SetParameter(IdToken, tokens.IdToken);
        return OAuthTokenResponse.Success(JsonDocument.Parse("""{"access_token":"used"}"""));
    }

    protected override Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens) =>
        Task.FromResult(new AuthenticationTicket(new(identity), properties, Scheme.Name));

    // The cookie alone would let one state be used again by whoever copied both.
    async Task Spend(OidcState state, CancellationToken ct)
    {
        var spent = await AsCompany(new SpendSsoToken(Options.Connection.Id, $"nonce:{state.Nonce}", state.BegunAt + 2 * Patience), ct);
        OidcRefusedException.Unless(spent.IsOk, "callback.state_used");
    }

    async Task Pin(CancellationToken ct)
    {
        var now = $"{provider.Token} {provider.Keys}";
        if (Options.Pinned == now) return;
        var pinned = await AsCompany(new PinSsoProvider(Options.Connection.Id, provider.Token.AbsoluteUri, provider.Keys?.AbsoluteUri ?? ""), ct);
        if (pinned.IsOk) Options.Pinned = now;
    }

    Task<Result<Done>> AsCompany(ICommand<Done> command, CancellationToken ct) =>
        dispatch.As(Caller.System(Options.Connection.Tenant, Options.Connection.Id.ToString()), d => d.Send(command, ct));
}
