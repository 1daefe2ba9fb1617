using System.Globalization;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>The <c>created</c> filter: one second, or any of gt, gte, lt, lte. Both ends included here.</summary>
readonly record struct CreatedRange(long From, long To)
{
    public bool Holds(long created) => created >= From && created <= To;

    /// <summary>Rows are sorted by time: once past the range, no later step can come back into it.</summary>
    public bool IsBehind(long created, int step) => step < 0 ? created < From : created > To;

    public static CreatedRange Read(Parameters parameters)
    {
        var range = new CreatedRange(long.MinValue, long.MaxValue);
        if (!parameters.Has("created")) return range;
        if (parameters.Integer("created") is { } exact) return new(exact, exact);
        foreach (var (bound, value) in parameters.Hash("created").Root)
        {
            if (!long.TryParse(value!.ToString(), CultureInfo.InvariantCulture, out var at))
                throw StripeRefusal.Invalid($"Invalid integer: {value}", $"created[{bound}]");
            range = bound switch
            {
                "gt" => range with { From = Math.Max(range.From, at + 1) },
                "gte" => range with { From = Math.Max(range.From, at) },
                "lt" => range with { To = Math.Min(range.To, at - 1) },
                "lte" => range with { To = Math.Min(range.To, at) },
                _ => throw StripeRefusal.Unknown($"created[{bound}]"),
            };
        }
        return range;
    }
}
