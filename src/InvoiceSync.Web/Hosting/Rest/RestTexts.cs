using System.Text.Json;
using System.Text.Json.Serialization;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>One text or a list of them; written as a list.</summary>
[JsonConverter(typeof(Written))]
sealed record RestTexts(IReadOnlyList<string> All)
{
    sealed class Written : JsonConverter<RestTexts>
    {
        public override RestTexts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new([reader.GetString()!]);
            var texts = reader.TokenType == JsonTokenType.StartArray ? JsonSerializer.Deserialize<List<string?>>(ref reader, options)! : throw new JsonException();
            return texts.All(t => t is not null && !t.Contains('\0', StringComparison.Ordinal)) ? new([.. texts!]) : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, RestTexts value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.All, options);
    }
}
