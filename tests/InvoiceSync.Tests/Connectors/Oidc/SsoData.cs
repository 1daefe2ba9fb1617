using System.Text.Json;

namespace InvoiceSync.Tests.Connectors.Oidc;

/// <summary>The public test vectors that lie beside the repository, under ../shared/data/sso. Without them a test says so and is skipped.</summary>
static class SsoData
{
    public static JsonDocument Json(string path) => JsonDocument.Parse(File.ReadAllText(Find(path)));

    static string Find(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "InvoiceSync.sln"))) continue;
            var found = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", "sso", path));
            if (File.Exists(found)) return found;
        }

        Assert.Skip($"The sign-in vectors are absent: ../shared/data/sso/{path} beside the repository is needed.");
        return path;
    }
}
