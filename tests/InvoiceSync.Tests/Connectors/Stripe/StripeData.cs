using System.Text.Json;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>The Stripe samples that lie beside the repository, under ../shared/data/stripe. Without them a test says so and is skipped.</summary>
static class StripeData
{
    public static string Text(string path) => File.ReadAllText(Find(path));

    public static JsonDocument Json(string path) => JsonDocument.Parse(Text(path));

    public static IReadOnlyList<string> Files(string folder, string pattern = "*.json") =>
        [.. Directory.EnumerateFiles(Find(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    static string Find(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "InvoiceSync.sln"))) continue;
            var found = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", "stripe", path));
            if (Path.Exists(found)) return found;
        }

        Assert.Skip($"The Stripe samples are absent: ../shared/data/stripe/{path} beside the repository is needed.");
        return path;
    }
}
