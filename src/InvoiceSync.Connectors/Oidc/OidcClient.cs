using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Speaks OpenID Connect with the provider of a connection: the code flow, its checks, and log-out from its side.</summary>
public sealed class OidcClient
{
    readonly OidcWire wire;
    readonly ProviderDocuments documents;
    readonly ProviderPulse pulse;
    readonly OidcOptions options;
    readonly TimeProvider time;
    readonly ILogger<OidcClient> log;

    internal OidcClient(OidcWire wire, ProviderDocuments documents, ProviderPulse pulse, OidcOptions options, TimeProvider time, ILogger<OidcClient> log) =>
        (this.wire, this.documents, this.pulse, this.options, this.time, this.log) = (wire, documents, pulse, options, time, log);

    public Task<OidcMetadata> Metadata(OidcSettings settings, CancellationToken ct) =>
        settings.IsGitHub ? Task.FromResult(GitHubApi.Metadata(options.GitHub, options.GitHubApi)) : documents.Metadata(settings.Issuer, ct);

    /// <summary>Throws when the page a browser is to be sent to does not answer: kept documents say nothing about that.</summary>
    public Task Reach(OidcMetadata provider, CancellationToken ct) => pulse.Feel(provider.Authorization, ct);

    public async Task<OidcTokens> Exchange(OidcSettings settings, string code, string verifier, string redirect, CancellationToken ct)
    {
        var provider = await Metadata(settings, ct);
        var inForm = settings.SecretInForm || !provider.TakesSecretInHeader;
        return await TokenEndpoint.Exchange(wire, provider.Token, settings, inForm, code, verifier, redirect, ct);
    }

    /// <summary>Who the tokens prove; anything wrong with them throws.</summary>
    public async Task<OidcIdentity> Identify(OidcSettings settings, OidcTokens tokens, string nonce, CancellationToken ct)
    {
        var provider = await Metadata(settings, ct);
        if (settings.IsGitHub) return await GitHubApi.Who(wire, provider.UserInfo!, settings, tokens.AccessToken, ct);

        OidcRefusedException.Unless(tokens.IdToken is not null, "token_answer.id_token_missing");
        var token = Jws.Parse(tokens.IdToken, settings.Algorithms);
        IdToken.CheckType(token);
        var payload = token.Verify(await documents.KeyOf(token, provider, ct));
        var claims = IdToken.Check(payload, settings, nonce, tokens.AccessToken, time.GetUtcNow());
        if (settings.AsksUserInfo && provider.UserInfo is { } address)
        {
            var info = await UserInfo.Ask(wire, address, tokens.AccessToken, ct);
            if (info.Text("sub") != claims.Text("sub")) log.LogWarning("userinfo of {Issuer} is about another person and was not used", settings.Issuer);
            claims = UserInfo.Merge(claims, info, settings);
        }

        return ClaimReading.Read(claims, settings);
    }

    /// <summary>Whose session ended at the provider; anything wrong with the token throws.</summary>
    public async Task<LogoutToken> ReadLogout(OidcSettings settings, string token, CancellationToken ct)
    {
        var jws = Jws.Parse(token, settings.Algorithms);
        LogoutToken.CheckType(jws);
        var provider = await Metadata(settings, ct);
        return LogoutToken.Check(jws.Verify(await documents.KeyOf(jws, provider, ct)), settings, time.GetUtcNow());
    }

    public void Forget(OidcSettings settings) => documents.Forget(settings.Issuer);
}
