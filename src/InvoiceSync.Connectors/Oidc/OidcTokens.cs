namespace InvoiceSync.Connectors.Oidc;

/// <summary>What a code was exchanged for. Neither is kept in the browser or written to a log.</summary>
public sealed record OidcTokens(string AccessToken, string? IdToken)
{
    public override string ToString() => nameof(OidcTokens);
}
