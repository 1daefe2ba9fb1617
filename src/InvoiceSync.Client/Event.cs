using System.Text.Json;

namespace InvoiceSync.Client;

/// <summary>Something that happened. Sequence counts the company's events without gaps, Object.Sequence those of the one object.</summary>
public sealed record Event(string Id, string Type, DateTimeOffset CreatedAt, long Sequence, Event.Of Object, JsonElement Data)
{
    public sealed record Of(string Type, string Id, long Sequence);
}
