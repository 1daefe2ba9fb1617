using System.Collections;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>What a field is to hold, in words for whoever wrote something else.</summary>
static class BodyWords
{
    public static string Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum) return "one of " + string.Join(", ", RestJson.Words(bare));
        if (bare == typeof(RestTexts)) return "a text or a list of texts";
        if (bare == typeof(string)) return "a text";
        if (bare == typeof(byte[])) return "bytes in Base64";
        if (bare == typeof(bool)) return "true or false";
        if (bare == typeof(decimal) || bare == typeof(double)) return "a number";
        if (bare == typeof(int) || bare == typeof(long)) return "a whole number";
        if (bare == typeof(DateOnly)) return "a day as yyyy-MM-dd";
        if (bare == typeof(DateTimeOffset)) return "an instant like 2026-11-21T09:30:00Z";
        if (bare == typeof(Currency)) return "a currency of ISO 4217, like RON";
        if (PrefixOf(bare) is { } prefix) return $"an id like {prefix}_…";
        return bare.IsAssignableTo(typeof(IEnumerable)) ? "a list" : "an object";
    }

    static string? PrefixOf(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))
        ? (string)type.GetProperty("Prefix")!.GetValue(null)!
        : null;
}
