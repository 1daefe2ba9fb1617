using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>The text of a checkpoint, line by line as signed.</summary>
static class CheckpointText
{
    public static string Of(TenantId tenant, Frontier frontier, byte[] head, DateTimeOffset at, string? previous, string keyId) => string.Create(CultureInfo.InvariantCulture, $"""
        InvoiceSync audit checkpoint v1
        tenant {tenant.Value:D}
        size {frontier.Size}
        root {Convert.ToBase64String(frontier.Root())}
        head {Convert.ToBase64String(head)}
        time {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
        previous {(previous is null ? "-" : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(previous))))}
        key {keyId}

        """).ReplaceLineEndings("\n");

    public static string? Line(string body, string name) =>
        body.Split('\n').FirstOrDefault(l => l.StartsWith(name + " ", StringComparison.Ordinal))?[(name.Length + 1)..];
}
