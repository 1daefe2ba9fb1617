using System.Text.Json;
using System.Text.Json.Serialization;

namespace InvoiceSync.Client;

/// <summary>Something that happened. Sequence counts the company's events without gaps, About.Sequence those of the one object.</summary>
public sealed record Event(string Id, string Type, DateTimeOffset CreatedAt, long Sequence, [property: JsonPropertyName("object")] Event.Thing About, JsonElement Data)
{
    public sealed record Thing(string Type, string Id, long Sequence);
}
