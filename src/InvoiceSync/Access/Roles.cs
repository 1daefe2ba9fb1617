using System.Collections.Frozen;

namespace InvoiceSync.Access;

/// <summary>The six roles every company has. Use cases only ever ask for permissions; companies may define more roles.</summary>
public static class Roles
{
    public const string Owner = "Owner";
    public const string Admin = "Admin";
    public const string Accountant = "Accountant";
    public const string Manager = "Manager";
    public const string TeamMember = "TeamMember";
    public const string Viewer = "Viewer";

    /// <summary>From the one who may most to the one who may least.</summary>
    public static readonly IReadOnlyList<string> BuiltIn = [Owner, Admin, Accountant, Manager, TeamMember, Viewer];

    static readonly string[] Admins = [.. Permissions.All.Where(key => key is not ("billing.manage" or "invoice.read.own" or "invoice.read.team" or "invoice.update.own" or "invoice.update.team"))];

    static readonly FrozenDictionary<string, string[]> Named = new Dictionary<string, string[]>
    {
        [Owner] = [.. Admins, "billing.manage"],
        [Admin] = Admins,
        [Accountant] =
        [
            "invoice.read.all", "invoice.void", "fiscal.file", "payment.create", "payment.read", "payment.refund", "reconcile",
            "customer.read", "product.read", "report.view", "ledger.post", "export", "audit.read", "approve",
        ],
        [Manager] =
        [
            "invoice.create", "invoice.read.all", "invoice.update.own", "invoice.send", "invoice.void", "payment.create", "payment.read",
            "customer.create", "customer.read", "customer.update", "product.create", "product.read", "product.update", "report.view", "export", "approve",
        ],
        [TeamMember] = ["invoice.draft", "invoice.read.own", "customer.read", "product.read"],
        [Viewer] = ["invoice.read.all", "payment.read", "customer.read", "product.read", "report.view"],
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, FrozenSet<string>> Expanded = Named.ToFrozenDictionary(r => r.Key, r => Permissions.Expand(r.Value));

    // The names other systems use for the same jobs.
    static readonly FrozenDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["user"] = TeamMember,
        ["member"] = TeamMember,
        ["team_member"] = TeamMember,
        ["administrator"] = Admin,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool Exists(string role) => Named.ContainsKey(role);

    /// <summary>What a built-in role may, implied permissions included; nothing for an unknown one.</summary>
    public static IReadOnlySet<string> Of(string role) => Expanded.GetValueOrDefault(role, FrozenSet<string>.Empty);

    /// <summary>The keys a built-in role is given, as the roles page shows them.</summary>
    public static IReadOnlyList<string> KeysOf(string role) => Named.GetValueOrDefault(role, []);

    /// <summary>Our name of a role that another system names: admin, user, owner, member, in any case. Null when it means nothing here.</summary>
    public static string? Mapped(string name) =>
        BuiltIn.FirstOrDefault(role => role.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? Elsewhere.GetValueOrDefault(name);
}
