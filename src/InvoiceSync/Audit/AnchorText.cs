using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.Audit;

/// <summary>A checkpoint as anchors keep it: one line of JSON with the text as signed and the signature; in letters as a block that mail programs do not spoil.</summary>
public static class AnchorText
{
    const string Begin = "-----BEGIN INVOICESYNC AUDIT ANCHOR-----";
    const string End = "-----END INVOICESYNC AUDIT ANCHOR-----";
    const int Width = 64;

    public static string Of(SignedCheckpoint checkpoint) =>
        JsonSerializer.Serialize(new { tenant = checkpoint.Tenant.Value, size = checkpoint.Size, body = checkpoint.Body, signature = Convert.ToBase64String(checkpoint.Signature) });

    /// <summary>The line in base64url: no =, + or / that a transfer encoding would rewrite, and no line that is broken anew.</summary>
    public static string Block(SignedCheckpoint checkpoint) =>
        string.Join('\n', [Begin, .. Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Of(checkpoint))).Chunk(Width).Select(line => new string(line)), End]);
}
