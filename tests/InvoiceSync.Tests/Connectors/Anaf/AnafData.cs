using System.Net;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.Tests.Connectors.Anaf;

/// <summary>ANAF's published answers, under ../shared/data/efactura. Without them a test says so and is skipped.</summary>
static class AnafData
{
    // Calls the connector does not make, and a request.
    static readonly string[] NotAsked = ["api-validate", "validare", "transformare", "rasp-", "descarcare-zip"];

    public static IReadOnlyList<string> Answers() =>
        [.. Directory.EnumerateFiles(Folder()).Select(Path.GetFileName).OfType<string>()
            .Where(name => !NotAsked.Any(other => name.StartsWith(other, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    /// <summary>The HTTP status is in the name; what was no JSON on ANAF's page lies wrapped in "_text".</summary>
    public static (HttpStatusCode Status, byte[] Body) Answer(string name)
    {
        var body = Bytes(name);
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.TryGetProperty("_text", out var text)) body = Encoding.UTF8.GetBytes(text.GetString()!);
        }

        return ((HttpStatusCode)int.Parse(name.Split("__")[1], null), body);
    }

    static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "InvoiceSync.sln"))) continue;
            var found = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", "efactura", "anaf-responses"));
            if (Directory.Exists(found)) return found;
        }

        Assert.Skip("ANAF's published answers are absent: ../shared/data/efactura/anaf-responses beside the repository is needed.");
        return "";
    }
}
