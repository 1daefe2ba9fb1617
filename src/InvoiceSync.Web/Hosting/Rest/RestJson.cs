using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>How version 1 writes and reads JSON: snake_case, ids and enums as texts, amounts as numbers, nothing guessed.</summary>
static class RestJson
{
    public static readonly JsonSerializerOptions Options = Make();

    static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            MaxDepth = 32,
            // Romanian letters stay letters; the answer is never put into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            // The categories of VAT are capitals everywhere (UNCL 5305).
            Converters = { new JsonStringEnumConverter<TaxCategory>(null, false), new JsonStringEnumConverter<VatCategory>(null, false), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new IdText(), new CurrencyText() },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The values of an enumeration as they are written.</summary>
    public static IEnumerable<string> Words(Type type) => Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, Options).GetString()!);

    /// <summary>An amount with its currency's decimals, so that 6000 is written 6000.00.</summary>
    public static decimal Shown(this Money money) => money.Currency.Round(money.Amount) + new decimal(0, 0, 0, false, (byte)money.Currency.Decimals);

    /// <summary>Without the zeros a database keeps behind a figure that is no amount: 21.0000 is 21.</summary>
    public static decimal Plain(this decimal figure) => figure / 1.0000000000000000000000000000m;

    sealed class IdText : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        sealed class Of<TId> : JsonConverter<TId> where TId : struct, IId<TId>
        {
            public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.String && Ids.TryParse<TId>(reader.GetString(), out var id) ? id : throw new JsonException();

            public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());
        }
    }

    sealed class CurrencyText : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? new(code) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}
