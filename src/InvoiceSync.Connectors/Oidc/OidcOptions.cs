namespace InvoiceSync.Connectors.Oidc;

/// <summary>What is the same for every connection: GitHub's two hosts, which a test may put elsewhere.</summary>
public sealed record OidcOptions
{
    public Uri GitHub { get; init; } = new("https://github.com");

    public Uri GitHubApi { get; init; } = new("https://api.github.com");
}
