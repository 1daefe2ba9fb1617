namespace InvoiceSync.Web.Hosting;

/// <summary>
/// The words behind the program's name. It takes settings alone; any other word would be passed over in silence, and whoever wanted
/// a command would have started a portal.
/// </summary>
static class StartWords
{
    /// <summary>As commands end that were written wrongly.</summary>
    public const int Misused = 2;

    /// <summary>The first word that is no setting, null when there is none. They are read as .NET reads them: behind a name without = comes its value.</summary>
    public static string? Stray(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Contains('=', StringComparison.Ordinal)) continue;
            if (!IsName(words[at])) return words[at];
            at++;
        }

        return null;
    }

    public static string Refusal(string word) =>
        $"InvoiceSync.Web does not know \"{word}\". It starts the portal and takes settings only, like --urls=http://127.0.0.1:8080 or --InvoiceSync:Roles=jobs; commands are run by eng/invoicesync.";

    static bool IsName(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2 || word.StartsWith('/') && word.Length > 1;
}
