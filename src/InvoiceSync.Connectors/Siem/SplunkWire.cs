using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using InvoiceSync.Audit;

namespace InvoiceSync.Connectors.Siem;

/// <summary>Splunk's HTTP Event Collector: envelopes one after the other, without array or comma. Indexer acknowledgement is to be off for the token.</summary>
sealed class SplunkWire : ISiemWire
{
    public static readonly SplunkWire It = new();

    // No data, invalid data format, event missing, event blank, indexed fields: about an entry. All others are about the token or the collector.
    static readonly int[] AboutAnEntry = [5, 6, 12, 13, 15];

    public string Path => "/services/collector/event";

    public string MediaType => "application/json";

    public byte[] Body(OutletTarget target, IReadOnlyList<OutletEntry> entries)
    {
        using var body = new MemoryStream();
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(body, Envelope(target, entry), SiemText.Json);
            body.WriteByte((byte)'\n');
        }

        return body.ToArray();
    }

    // Seconds since 1970 with three decimals, as Splunk documents it.
    static object Envelope(OutletTarget target, OutletEntry e) => new
    {
        time = decimal.Round((e.At - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond, 3),
        host = "invoicesync",
        source = target.Source.Length > 0 ? target.Source : "invoicesync",
        sourcetype = "invoicesync:audit",
        index = target.Index.Length > 0 ? target.Index : null,
        @event = SiemText.Of(e),
        fields = new { entry_id = e.Id },
    };

    public void Authorize(HttpRequestHeaders headers, string token) => headers.Authorization = new("Splunk", token);

    public OutletAnswer? Read(GuardedReply.Answered answered, int count)
    {
        if (answered.Status == HttpStatusCode.OK) return new OutletAnswer.Settled(count, []);
        if (answered.Status != HttpStatusCode.BadRequest) return null;
        using var told = SiemText.Parse(answered.Body);
        if (told?.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("code", out var code) || !code.TryGetInt32(out var number)) return null;
        if (!AboutAnEntry.Contains(number)) return new OutletAnswer.Away(SiemText.Reason(answered), answered.RetryAfter);
        return new OutletAnswer.Unreadable(SiemText.Reason(answered), root.TryGetProperty("invalid-event-number", out var which) && which.TryGetInt32(out var at) && at >= 0 && at < count ? at : null);
    }
}
