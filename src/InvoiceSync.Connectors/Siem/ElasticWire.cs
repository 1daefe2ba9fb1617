using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>
/// The _bulk API: a line that says create with the entry's id, a line with the entry. What is there already answers 409, which
/// is as good as taken. Each item has its own status, so one that is refused does not hold up the others.
/// </summary>
sealed class ElasticWire : ISiemWire
{
    public static readonly ElasticWire It = new();

    // Refusals with 400 that are about the index and not about the entry.
    static readonly string[] AboutTheIndex = ["invalid_index_name_exception", "index_closed_exception", "validation_exception", "illegal_state_exception"];

    public string Path => "/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason";

    public string MediaType => "application/x-ndjson";

    public byte[] Body(OutletTarget target, IReadOnlyList<OutletEntry> entries)
    {
        using var body = new MemoryStream();
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(body, new { create = new { _index = target.Index, _id = entry.Id } });
            body.WriteByte((byte)'\n');
            JsonSerializer.Serialize(body, SiemText.Of(entry, timestamp: true), SiemText.Json);
            body.WriteByte((byte)'\n');
        }

        return body.ToArray();
    }

    /// <summary>An API key in its encoded form, or name:password where the cluster knows only those.</summary>
    public void Authorize(HttpRequestHeaders headers, string token) =>
        headers.Authorization = token.Contains(':', StringComparison.Ordinal) ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token))) : new("ApiKey", token);

    public OutletAnswer? Read(GuardedReply.Answered answered, int count)
    {
        if (answered.Status != HttpStatusCode.OK) return null;
        using var told = SiemText.Parse(answered.Body);
        if (told?.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("errors", out var errors)) return new OutletAnswer.Away("This is no answer of Elastic's _bulk.");
        if (errors.ValueKind == JsonValueKind.False) return new OutletAnswer.Settled(count, []);
        return root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() == count
            ? Items([.. items.EnumerateArray()], answered.RetryAfter)
            : new OutletAnswer.Away("Elastic answered for another number of entries than it was sent.");
    }

    static OutletAnswer.Settled Items(JsonElement[] items, TimeSpan? after)
    {
        var refused = new List<OutletAnswer.Refusal>();
        for (var place = 0; place < items.Length; place++)
        {
            var item = Item.Of(items[place]);
            if (item.IsThere) continue;
            if (!item.IsAboutEntry) return new(place, refused, item.Reason, after);
            refused.Add(new(place, item.Reason));
        }

        return new(items.Length, refused);
    }

    readonly record struct Item(int Status, string Type, string Text)
    {
        public bool IsThere => Status is >= 200 and < 300 or (int)HttpStatusCode.Conflict;

        public bool IsAboutEntry => Status == (int)HttpStatusCode.BadRequest && !AboutTheIndex.Contains(Type);

        public string Reason => SiemText.Plain($"{Status} {Type}: {Text}");

        public static Item Of(JsonElement item)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("create", out var create) || !create.TryGetProperty("status", out var status) || !status.TryGetInt32(out var number)) return new(0, "no status", "");
            return create.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object ? new(number, Word(error, "type"), Word(error, "reason")) : new(number, "", "");
        }

        static string Word(JsonElement error, string name) => error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }
}
