using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>An entry as JSON, named like the columns of the log, and what a refusal says, fit to be shown.</summary>
static class SiemText
{
    const int LongestReason = 300;

    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It is JSON in a body, never in a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public sealed record Document(
        [property: JsonPropertyName("@timestamp")] DateTimeOffset? Timestamp, string Id, long Seq, DateTimeOffset CreatedAt, string Tenant, string EventType, string ActorType, string ActorId,
        string? ActorName, string? IpAddress, string Action, string Status, string ResourceType, string ResourceId, string RequestId,
        IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<Kernel.Act.Change> Changes, string Hash);

    public static Document Of(OutletEntry e, bool timestamp = false) => new(
        timestamp ? e.At : null, e.Id, e.Seq, e.At, e.Tenant, e.Event, e.ActorType, e.Actor, e.ActorName, e.Address, e.Action, e.Status, e.ResourceType, e.Resource, e.RequestId, e.Facts, e.Changes, e.Hash);

    /// <summary>The status and the beginning of the answer, without what could disturb a page or a log.</summary>
    public static string Reason(GuardedReply.Answered answered)
    {
        var text = Encoding.UTF8.GetString(answered.Body.AsSpan(0, Math.Min(answered.Body.Length, LongestReason)));
        return Plain($"{(int)answered.Status} {text}");
    }

    public static string Plain(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }

    /// <summary>The answer as JSON; null when it is none.</summary>
    public static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
