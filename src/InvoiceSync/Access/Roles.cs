using System.Collections.Frozen;

namespace InvoiceSync.Access;

/// <summary>Which role holds which permission. Owner and Viewer for now; use cases only ever ask for permissions.</summary>
public static class Roles
{
    public const string Owner = "Owner";
    public const string Viewer = "Viewer";

    static readonly FrozenSet<string> Reading = FrozenSet.Create("self", "sales.read", "audit.read");

    static readonly FrozenDictionary<string, FrozenSet<string>> Permissions = new Dictionary<string, FrozenSet<string>>
    {
        [Owner] = Reading.Union(["sales.sync", "sales.file", "settings.manage"]).ToFrozenSet(),
        [Viewer] = Reading,
    }.ToFrozenDictionary();

    public static bool Exists(string role) => Permissions.ContainsKey(role);

    public static IReadOnlySet<string> Of(string role) => Permissions.GetValueOrDefault(role, FrozenSet<string>.Empty);
}
