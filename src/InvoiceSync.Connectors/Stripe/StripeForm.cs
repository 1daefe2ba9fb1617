using System.Globalization;
using System.Text;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Parameters in the order given, as Stripe's v1 writes them in queries and bodies: nested[key], list[0], lower-case booleans,
/// Unix seconds. An empty value clears the field, so null is left out and "" is sent.
/// </summary>
sealed class StripeForm
{
    readonly List<KeyValuePair<string, string>> pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    public StripeForm Add(string name, string? value)
    {
        if (value is not null) pairs.Add(new(name, value));
        return this;
    }

    public StripeForm Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public StripeForm Add(string name, bool value) => Add(name, value ? "true" : "false");

    public StripeForm Add(string name, decimal value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Stripe counts whole seconds; rounding up keeps [from, to) exact on both ends.</summary>
    public StripeForm Add(string name, DateTimeOffset at) =>
        Add(name, at.ToUnixTimeSeconds() + (at.Ticks % TimeSpan.TicksPerSecond == 0 ? 0 : 1));

    /// <summary>An empty list is written as list=, which clears it; nothing at all would leave it as it is.</summary>
    public StripeForm AddEach(string name, params ReadOnlySpan<string> values)
    {
        if (values.IsEmpty) return Add(name, "");
        for (var i = 0; i < values.Length; i++) Add($"{name}[{i.ToString(CultureInfo.InvariantCulture)}]", values[i]);
        return this;
    }

    public StripeForm And(StripeForm more)
    {
        var both = new StripeForm();
        both.pairs.AddRange(pairs);
        both.pairs.AddRange(more.pairs);
        return both;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
        {
            if (text.Length > 0) text.Append('&');
            // Brackets stay readable, as in Stripe's own clients.
            text.Append(Uri.EscapeDataString(name).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal));
            text.Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }
}
