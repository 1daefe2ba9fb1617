using System.Collections.Frozen;
using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Model;

/// <summary>
/// What several roles give together. Roles add up: a permission one of them holds is held, and a limit counts only when
/// every role has one (then the highest does). A role made of others keeps its own limits, whatever theirs are.
/// </summary>
sealed record Entitlement(FrozenSet<string> Permissions, Limits Limits)
{
    // Longer chains are mistakes; circles are cut where they close.
    const int Deepest = 8;

    public static Entitlement Of(IReadOnlyList<string> roles, IReadOnlyDictionary<string, Role> own)
    {
        var keys = new HashSet<string>();
        foreach (var role in roles) Gather(role, own, keys, [], 0);
        return new(Access.Permissions.Expand(keys), Add([.. roles.Select(role => own.TryGetValue(role, out var mine) ? mine.Limits : LimitsOf(role))]));
    }

    /// <summary>The path by which the roles give a permission, like [rol_…, Manager]; null when none does.</summary>
    public static IReadOnlyList<string>? Source(string permission, IReadOnlyList<string> roles, IReadOnlyDictionary<string, Role> own) =>
        roles.Select(role => Find(permission, role, own, [])).FirstOrDefault(path => path is not null);

    static void Gather(string role, IReadOnlyDictionary<string, Role> own, HashSet<string> keys, HashSet<string> seen, int depth)
    {
        if (!seen.Add(role) || depth > Deepest) return;
        keys.UnionWith(Roles.KeysOf(role));
        if (!own.TryGetValue(role, out var mine)) return;
        keys.UnionWith(mine.Permissions);
        foreach (var parent in mine.Inherits) Gather(parent, own, keys, seen, depth + 1);
    }

    static List<string>? Find(string permission, string role, IReadOnlyDictionary<string, Role> own, HashSet<string> seen)
    {
        if (!seen.Add(role) || seen.Count > Deepest * Deepest) return null;
        if (Gives(Roles.Of(role), permission)) return [role];
        if (!own.TryGetValue(role, out var mine)) return null;
        if (Gives(Access.Permissions.Expand(mine.Permissions), permission)) return [role];
        return mine.Inherits.Select(parent => Find(permission, parent, own, seen)).FirstOrDefault(path => path is not null) is { } rest ? [role, .. rest] : null;
    }

    static bool Gives(IReadOnlySet<string> keys, string permission) => Access.Permissions.Include(new(null, "", keys), permission);

    // Owners and administrators answer to nobody inside their company.
    static Limits LimitsOf(string role) => role is Roles.Owner or Roles.Admin ? new(CanApproveOwn: role is Roles.Owner) : Limits.None;

    static Limits Add(IReadOnlyList<Limits> all) => new(
        all.Count == 0 || all.Any(l => l.MaxInvoiceAmount is null) ? null : all.Max(l => l.MaxInvoiceAmount),
        all.Count == 0 || all.Any(l => l.RequiresApprovalAbove is null) ? null : all.Max(l => l.RequiresApprovalAbove),
        all.Any(l => l.CanApproveOwn));
}
