using System.Collections.Frozen;
using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>
/// Every permission a role can hold, in the groups the roles page shows. Keys that end in own, team or all are one
/// permission with a reach; messages ask for it without the ending.
/// </summary>
public static class Permissions
{
    public sealed record Group(string Name, IReadOnlyList<string> Keys);

    public static readonly IReadOnlyList<Group> Groups =
    [
        new("invoices",
        [
            "invoice.draft", "invoice.create", "invoice.read.own", "invoice.read.team", "invoice.read.all",
            "invoice.update.own", "invoice.update.team", "invoice.update.all", "invoice.delete", "invoice.send", "invoice.void", "fiscal.file", "approve",
        ]),
        new("payments", ["payment.create", "payment.read", "payment.refund", "reconcile"]),
        new("customers", ["customer.create", "customer.read", "customer.update", "customer.delete", "product.create", "product.read", "product.update", "product.delete"]),
        new("insight", ["report.view", "ledger.read", "ledger.post", "export", "audit.read"]),
        new("company", ["settings.manage", "integration.manage", "user.manage", "billing.manage"]),
    ];

    static readonly FrozenSet<string> Known = Groups.SelectMany(g => g.Keys).ToFrozenSet();

    // Who makes or corrects an invoice has it filed too: the law leaves no choice between the two. The ledger is what reports are added up from.
    static readonly FrozenDictionary<string, string[]> Implied = new Dictionary<string, string[]>
    {
        ["invoice.create"] = ["invoice.draft", "fiscal.file"],
        ["invoice.update"] = ["fiscal.file"],
        ["report.view"] = ["ledger.read"],
        ["ledger.post"] = ["ledger.read"],
    }.ToFrozenDictionary();

    public static IEnumerable<string> All => Known;

    public static bool Exists(string key) => Known.Contains(key);

    /// <summary>The keys with what they imply: a reach implies the permission itself, and what is said above.</summary>
    public static FrozenSet<string> Expand(IEnumerable<string> keys)
    {
        var expanded = new HashSet<string> { "self" };
        foreach (var key in keys.Where(Known.Contains))
            foreach (var one in new[] { key, Bare(key) }.Distinct())
            {
                expanded.Add(one);
                expanded.UnionWith(Implied.GetValueOrDefault(one, []));
            }

        return expanded.ToFrozenSet();
    }

    /// <summary>Whether holding these includes the key: what reaches everything reaches the team's, and that one's own.</summary>
    public static bool Include(Caller holder, string key) => holder.May(key) || key.Split('.') switch
    {
        [var noun, var verb, "own"] => holder.May($"{noun}.{verb}.team") || holder.May($"{noun}.{verb}.all"),
        [var noun, var verb, "team"] => holder.May($"{noun}.{verb}.all"),
        _ => false,
    };

    static string Bare(string key) => key.Split('.') is [var noun, var verb, "own" or "team" or "all"] ? $"{noun}.{verb}" : key;
}
