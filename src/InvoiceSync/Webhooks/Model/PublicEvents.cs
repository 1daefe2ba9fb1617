using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Webhooks.Model;

/// <summary>
/// Which events are for the outside, and how they look there. An event is public when its name begins with one of these nouns and its payload
/// names the object; everything else (filings, approvals, sales …) is ours alone.
/// </summary>
static class PublicEvents
{
    // What a caller must be allowed to read to hear of it, and whether that permission may reach only some rows.
    static readonly FrozenDictionary<string, (string Permission, bool HasReach)> Nouns = new Dictionary<string, (string, bool)>
    {
        ["invoice"] = ("invoice.read", true),
        ["credit_note"] = ("invoice.read", true),
        ["customer"] = ("customer.read", false),
        ["product"] = ("product.read", false),
        ["payment"] = ("payment.read", false),
        ["refund"] = ("payment.read", false),
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, Known> ByName = typeof(Event).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Event)))
        .Select(Read).OfType<Known>().ToFrozenDictionary(k => k.Name);

    public sealed record Known(string Name, Type Type, string Noun, PropertyInfo Object);

    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The names a caller may hear of. An event does not say whose the object is, so a permission must reach everybody's.</summary>
    public static IReadOnlyList<string> HeardBy(Caller caller) =>
        [.. ByName.Values.Where(k => Nouns[k.Noun] is var (permission, hasReach) && caller.May(permission) && (!hasReach || caller.Reach(permission) is null)).Select(k => k.Name)];

    /// <summary>The object an event is about, and its stored payload in the public form.</summary>
    public static (string ObjectType, string ObjectId, string Data) Show(string name, string body)
    {
        var known = ByName[name];
        var happened = JsonSerializer.Deserialize(body, known.Type, StoredJson.Options)!;
        return (known.Noun, known.Object.GetValue(happened)!.ToString()!, JsonSerializer.Serialize(happened, known.Type, PublicJson.Options));
    }

    static Known? Read(Type type)
    {
        if (type.GetCustomAttribute<EventNameAttribute>()?.Name is not { } name || name.Split('.') is not [var noun, _] || !Nouns.ContainsKey(noun)) return null;
        var about = type.GetProperties().FirstOrDefault(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name) == noun && PublicJson.IsId(p.PropertyType));
        return about is null ? null : new(name, type, noun, about);
    }
}
