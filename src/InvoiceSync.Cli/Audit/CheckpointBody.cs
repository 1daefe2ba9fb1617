using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Cli.Audit;

/// <summary>The text of a checkpoint, or of the seal of an archived month: a line that says which, then lines of a name and a value.</summary>
static class CheckpointBody
{
    public const string Checkpoint = "InvoiceSync audit checkpoint v1\n";
    public const string Seal = "InvoiceSync audit archive v1\n";

    /// <summary>The link of a checkpoint that has none before it.</summary>
    public const string NoLink = "-";

    public static string? Line(string body, string name, string first = Checkpoint) =>
        body.StartsWith(first, StringComparison.Ordinal) ? body.Split('\n').FirstOrDefault(l => l.StartsWith($"{name} ", StringComparison.Ordinal))?[(name.Length + 1)..] : null;

    /// <summary>How the next checkpoint names this one.</summary>
    public static string Link(string body) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
