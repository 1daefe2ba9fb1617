namespace InvoiceSync.Sandbox.Stripe.Objects;

static class EventTypes
{
    /// <summary>A pattern is a type, <c>invoice.*</c>, or <c>*</c>.</summary>
    public static bool Match(string pattern, string type) =>
        pattern == type || pattern == "*"
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && type.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
