using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Hosting;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Control;

/// <summary>What a control call says, as JSON from programs or as a form from the page.</summary>
sealed class ControlBody(JsonObject fields, bool fromPage)
{
    const int Largest = 1 << 20;

    public bool FromPage => fromPage;

    public string? Text(string name) => fields[name]?.ToString() is { Length: > 0 } text ? text : null;

    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : null;

    public double? Fraction(string name) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string name) => Text(name) is { } text && bool.Parse(text);

    public IReadOnlyList<string>? Texts(string name) => fields[name] is JsonArray list ? [.. list.Select(item => item!.ToString())] : null;

    public static async Task<ControlBody> Read(HttpRequest request)
    {
        var body = await Bodies.Read(request, Largest) ?? throw new FormatException("the body is too large");
        // curl -d says "form" whatever it sends: a brace tells better.
        if (body is not [(byte)'{', ..] && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            return new(FormTree.Read(System.Text.Encoding.UTF8.GetString(body)), true);
        if (body.Length == 0) return new([], false);
        try
        {
            return new(JsonNode.Parse(body) as JsonObject ?? throw new FormatException("a JSON object is needed"), false);
        }
        catch (JsonException broken)
        {
            throw new FormatException(broken.Message, broken);
        }
    }
}
