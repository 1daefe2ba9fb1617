namespace InvoiceSync.Connectors.Oidc;

public sealed partial record OidcSettings
{
    static readonly string[] ManyDirectories = ["/common/", "/organizations/", "/consumers/"];

    /// <summary>
    /// From the texts a connection keeps. Settings: preset, issuer, client_id, scopes and algorithms (parted by spaces), userinfo
    /// and secret_in_form (true), subject and email_verified (names of claims). Attributes: email, name, groups. Secret: client_secret.
    /// </summary>
    public static OidcSettings Read(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> secrets)
    {
        var preset = OidcPreset.Of(settings.GetValueOrDefault("preset"));
        var habits = preset.Habits;
        var issuer = habits.IsGitHub ? preset.Issuer : settings.GetValueOrDefault("issuer", "");
        OidcRefusedException.Unless(!issuer.Contains('{', StringComparison.Ordinal) && !ManyDirectories.Any(d => issuer.Contains(d, StringComparison.OrdinalIgnoreCase)), "issuer.not_concrete");
        OidcRefusedException.Unless(settings.GetValueOrDefault("client_id") is { Length: > 0 }, "settings.client_id_missing");
        return habits with
        {
            Issuer = issuer,
            ClientId = settings["client_id"],
            ClientSecret = secrets.GetValueOrDefault("client_secret", ""),
            Scopes = Words(settings, "scopes") ?? habits.Scopes,
            Algorithms = Words(settings, "algorithms")?.Where(JwsAlgorithm.Names.Contains).ToList() ?? habits.Algorithms,
            SubjectClaim = settings.GetValueOrDefault("subject", habits.SubjectClaim),
            EmailVerifiedClaim = settings.GetValueOrDefault("email_verified", habits.EmailVerifiedClaim),
            EmailClaim = attributes.GetValueOrDefault("email", habits.EmailClaim),
            NameClaim = attributes.GetValueOrDefault("name", habits.NameClaim),
            GroupsClaim = attributes.GetValueOrDefault("groups", habits.GroupsClaim),
            AsksUserInfo = settings.TryGetValue("userinfo", out var asks) ? asks == "true" : habits.AsksUserInfo,
            SecretInForm = settings.TryGetValue("secret_in_form", out var inForm) ? inForm == "true" : habits.SecretInForm,
        };
    }

    static string[]? Words(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : null;
}
