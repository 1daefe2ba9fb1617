using System.Text.Json;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>Reads anchors: one JSON object in a line, or letters with a block in each, as they were mailed.</summary>
static class AnchorLines
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<AnchorLine> Read(string text)
    {
        try
        {
            var mailed = MailedAnchors.Of(text).Select(Line).ToList();
            // The text and the HTML of one letter hold the same block.
            return mailed.Count > 0 ? [.. mailed.DistinctBy(a => (a.Tenant, a.Size, a.Body))] : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line)];
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new UsageException("--anchors is a file of checkpoints: one JSON object in a line, as the anchor file holds them, or letters as they were mailed, whole.");
        }
    }

    static AnchorLine Line(string json) => JsonSerializer.Deserialize<AnchorLine>(json, Json) ?? throw new JsonException("An anchor is an object.");
}
