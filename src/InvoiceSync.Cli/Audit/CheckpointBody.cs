using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Cli.Audit;

/// <summary>The text of a checkpoint: lines of a name and a value.</summary>
static class CheckpointBody
{
    const string First = "InvoiceSync audit checkpoint v1\n";

    public static string? Line(string body, string name) =>
        body.StartsWith(First, StringComparison.Ordinal) ? body.Split('\n').FirstOrDefault(l => l.StartsWith($"{name} ", StringComparison.Ordinal))?[(name.Length + 1)..] : null;

    /// <summary>How the next checkpoint names this one.</summary>
    public static string Link(string? body) => body is null ? "-" : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
