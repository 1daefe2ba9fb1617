namespace InvoiceSync.Connectors.Oidc;

/// <summary>A provider we know the habits of: the shape of its issuer, and what differs from the standard.</summary>
public sealed record OidcPreset(string Key, string Name, string Issuer, OidcSettings Habits)
{
    static OidcSettings Standard => new() { Issuer = "", ClientId = "" };

    /// <summary>In braces what the company fills in. The guide docs/guides/sso-oidc.md has a part for each.</summary>
    public static IReadOnlyList<OidcPreset> All { get; } =
    [
        new("google", "Google", "https://accounts.google.com", Standard with { Algorithms = ["RS256"] }),
        // One directory, not "common": its e-mail claim is whatever the directory's administrator wrote, so only the
        // optional claim xms_edov vouches for it, and a person is known by oid.
        new("entra", "Microsoft Entra ID", "https://login.microsoftonline.com/{tenant}/v2.0", Standard with
        {
            Algorithms = ["RS256"],
            SubjectClaim = "oid",
            EmailVerifiedClaim = "xms_edov",
        }),
        new("github", "GitHub", GitHubApi.Issuer, Standard with { IsGitHub = true, Scopes = ["read:user", "user:email"] }),
        new("keycloak", "Keycloak", "https://{host}/realms/{realm}", Standard),
        new("okta", "Okta", "https://{company}.okta.com", Standard with { Scopes = ["openid", "email", "profile", "groups"], AsksUserInfo = true }),
        new("other", "OpenID Connect", "https://{host}", Standard),
    ];

    public static OidcPreset Of(string? key) => All.SingleOrDefault(p => p.Key == key) ?? All[^1];
}
