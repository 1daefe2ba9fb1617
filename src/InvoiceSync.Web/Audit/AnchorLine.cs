using System.Text.Json;
using InvoiceSync.Audit;

namespace InvoiceSync.Web.Audit;

/// <summary>A checkpoint as anchors keep it: one line of JSON with the text as signed and the signature.</summary>
static class AnchorLine
{
    public static string Of(SignedCheckpoint checkpoint) =>
        JsonSerializer.Serialize(new { tenant = checkpoint.Tenant.Value, size = checkpoint.Size, body = checkpoint.Body, signature = Convert.ToBase64String(checkpoint.Signature) });
}
