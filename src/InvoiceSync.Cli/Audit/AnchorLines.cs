using System.Text.Json;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>A checkpoint as it was kept outside.</summary>
sealed record AnchorLine(Guid Tenant, long Size, string Body, byte[] Signature);

/// <summary>Reads anchors, one JSON object in a line.</summary>
static class AnchorLines
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<AnchorLine> Read(string text)
    {
        try
        {
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<AnchorLine>(line, Json)!)];
        }
        catch (JsonException)
        {
            throw new UsageException("--anchors is a file of checkpoints, one JSON object in a line, as the anchor file holds them.");
        }
    }
}
