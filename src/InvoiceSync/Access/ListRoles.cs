using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The roles people of this company can have: the six of every company, then its own by name.</summary>
[Requires("user.manage")]
public sealed record ListRoles : IQuery<IReadOnlyList<ListRoles.Row>>
{
    /// <summary>Key is the built-in name or rol_…; Name is null for built-in ones. Adds are the keys of its own, Gives everything it comes to.</summary>
    public sealed record Row(string Key, string? Name, IReadOnlyList<string> Inherits, IReadOnlyList<string> Adds, IReadOnlySet<string> Gives, Limits Limits, int People);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListRoles, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListRoles query, CancellationToken ct)
        {
            var own = await People.OwnRoles(db, ct);
            var tenant = db.Scope.Tenant;
            var held = (await db.Memberships.Where(m => m.TenantId == tenant).Select(m => m.Roles).ToListAsync(ct)).SelectMany(r => r).CountBy(r => r).ToDictionary();
            return
            [
                .. Roles.BuiltIn.Select(name => new Row(name, null, [], Roles.KeysOf(name), Roles.Of(name), Limits.None, held.GetValueOrDefault(name))),
                .. own.OrderBy(r => r.Value.Name, StringComparer.CurrentCulture).Select(r => new Row(
                    r.Key, r.Value.Name, r.Value.Inherits, r.Value.Permissions, Entitlement.Of([r.Key], own).Permissions, r.Value.Limits, held.GetValueOrDefault(r.Key))),
            ];
        }
    }
}
