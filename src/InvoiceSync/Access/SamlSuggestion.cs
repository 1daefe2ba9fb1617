namespace InvoiceSync.Access;

/// <summary>
/// The settings that come from a provider's metadata, and under which name a changed one waits for an administrator. Until it
/// is accepted the old one counts: whoever can change the file at the address could otherwise sign in as anybody.
/// </summary>
public static class SamlSuggestion
{
    public const string Address = "metadata_url";

    public static IReadOnlyList<string> Names { get; } = ["entity_id", "sso_url", "slo_url", "slo_response_url", "certificates"];

    public static string Waiting(string name) => $"waiting.{name}";

    /// <summary>Whether something waits to be accepted.</summary>
    public static bool IsIn(IReadOnlyDictionary<string, string> settings) => Names.Any(name => settings.ContainsKey(Waiting(name)));
}
