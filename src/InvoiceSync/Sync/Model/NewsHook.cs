namespace InvoiceSync.Sync.Model;

/// <summary>Where a company's own system is told news, as the connection "news" keeps it; without an address nobody is.</summary>
sealed record NewsHook(string? Address, NewsChoice Choice)
{
    public const string Provider = "news";
    public const string Secret = "signing";

    public static NewsHook Of(IReadOnlyDictionary<string, string>? kept) =>
        new(kept?.GetValueOrDefault("address"), new(kept?.ContainsKey("finished") == true, kept?.ContainsKey("failed") == true, kept?.ContainsKey("summary") == true));

    // An empty value forgets the setting.
    public Dictionary<string, string> ToKeep() => new()
    {
        ["address"] = Address ?? "",
        ["finished"] = Choice.Finished ? "yes" : "",
        ["failed"] = Choice.Failed ? "yes" : "",
        ["summary"] = Choice.Summary ? "yes" : "",
    };
}
