using System.Globalization;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>The decoded parameters of one call, with Stripe's own messages for values of the wrong kind.</summary>
sealed class Parameters(JsonObject root)
{
    public JsonObject Root => root;

    public bool Has(string name) => root.ContainsKey(name);

    public string? Text(string name) => root[name] is JsonValue value ? value.ToString() : null;

    public string Need(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw StripeRefusal.Missing(name);

    public long? Integer(string name) => Text(name) switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw StripeRefusal.Invalid($"Invalid integer: {text}", name, "parameter_invalid_integer"),
    };

    public decimal? Decimal(string name) => Text(name) switch
    {
        null or "" => null,
        var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw StripeRefusal.Invalid($"Invalid decimal: {text}", name),
    };

    public bool? Flag(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        var text => throw StripeRefusal.Invalid($"Invalid boolean: {text}", name),
    };

    public Parameters Hash(string name) => new(root[name] as JsonObject ?? []);

    public IReadOnlyList<string> Texts(string name) => root[name] switch
    {
        JsonArray list => [.. list.Select(item => item!.ToString())],
        JsonValue value when value.ToString().Length > 0 => [value.ToString()],
        _ => [],
    };

    public IReadOnlyList<Parameters> Hashes(string name) =>
        root[name] is JsonArray list ? [.. list.OfType<JsonObject>().Select(item => new Parameters(item))] : [];

    public void OnlyKnows(IReadOnlyCollection<string> names)
    {
        foreach (var (name, _) in root)
            if (!names.Contains(name)) throw StripeRefusal.Unknown(name);
    }
}
