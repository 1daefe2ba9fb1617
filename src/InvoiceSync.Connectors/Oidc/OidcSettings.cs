namespace InvoiceSync.Connectors.Oidc;

/// <summary>What one connection knows of its provider. The issuer is concrete: never a template filled from a token.</summary>
public sealed partial record OidcSettings
{
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public string ClientSecret { get; init; } = "";

    /// <summary>Plain OAuth as GitHub has it: no discovery, no id_token; the person is asked for at the API.</summary>
    public bool IsGitHub { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "email", "profile"];

    /// <summary>Which signatures count; what discovery offers does not widen it.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = JwsAlgorithm.Names;

    /// <summary>Microsoft Entra names a person for good by "oid"; everybody else by "sub".</summary>
    public string SubjectClaim { get; init; } = "sub";

    public string EmailClaim { get; init; } = "email";

    public string EmailVerifiedClaim { get; init; } = "email_verified";

    public string NameClaim { get; init; } = "name";

    public string GroupsClaim { get; init; } = "groups";

    /// <summary>Also ask the userinfo endpoint, where some providers keep e-mail and groups.</summary>
    public bool AsksUserInfo { get; init; }

    /// <summary>The secret travels in the form instead of the Authorization header.</summary>
    public bool SecretInForm { get; init; }

    public override string ToString() => $"{Issuer} ({ClientId})";
}
