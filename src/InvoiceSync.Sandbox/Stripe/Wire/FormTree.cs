using System.Globalization;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>
/// Reads <c>a[b][c]=v</c>, <c>a[]=v</c> and <c>a[0][x]=v</c>, from a query or a form body, into one tree.
/// Every leaf is text; lists become arrays in order of their first mention.
/// </summary>
static class FormTree
{
    public static JsonObject Read(params IEnumerable<string> encoded)
    {
        var root = new JsonObject();
        foreach (var part in encoded.SelectMany(text => text.Split('&', StringSplitOptions.RemoveEmptyEntries)))
        {
            var cut = part.IndexOf('=');
            var key = Decode(cut < 0 ? part : part[..cut]);
            Set(root, Steps(key), cut < 0 ? "" : Decode(part[(cut + 1)..]));
        }
        return (JsonObject)Lists(root);
    }

    // Both spellings of a space are on the wire: curl and .NET write +, the SDKs %20.
    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    static string[] Steps(string key)
    {
        var open = key.IndexOf('[');
        if (open <= 0) return [key];
        return [key[..open], .. key[(open + 1)..].TrimEnd(']').Split("][")];
    }

    static void Set(JsonObject node, string[] steps, string value)
    {
        for (var depth = 0; depth < steps.Length - 1; depth++)
        {
            var step = steps[depth].Length > 0 ? steps[depth] : Slot(node, steps[depth + 1]);
            if (node[step] is not JsonObject child) node[step] = child = [];
            node = child;
        }
        node[steps[^1].Length > 0 ? steps[^1] : Next(node)] = value;
    }

    // list[][price]=a&list[][quantity]=1: a repeated inner key opens the next element.
    static string Slot(JsonObject list, string inner) =>
        list.Count > 0 && list[Last(list)] is JsonObject last && !last.ContainsKey(inner) ? Last(list) : Next(list);

    static string Last(JsonObject list) => (list.Count - 1).ToString(CultureInfo.InvariantCulture);

    static string Next(JsonObject list) => list.Count.ToString(CultureInfo.InvariantCulture);

    static JsonNode Lists(JsonNode node)
    {
        if (node is not JsonObject map) return node.DeepClone();
        if (map.Count > 0 && map.All(pair => pair.Key.Length > 0 && pair.Key.All(char.IsAsciiDigit)))
            return new JsonArray([.. map.Select(pair => Lists(pair.Value!))]);
        var tidy = new JsonObject();
        foreach (var (key, value) in map) tidy[key] = Lists(value!);
        return tidy;
    }
}
