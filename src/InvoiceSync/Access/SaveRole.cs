using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Makes one of the company's own roles or, with an id, changes it. It may inherit from built-in and own roles, add
/// permissions and set limits; nobody puts into a role what they do not hold.
/// </summary>
[Requires("user.manage")]
[StepUp]
public sealed record SaveRole(RoleId? Role, string Name, IReadOnlyList<string> Inherits, IReadOnlyList<string> Permissions, Limits Limits) : ICommand<RoleId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SaveRole, RoleId>
    {
        const int Most = 100;

        public async Task<RoleId> Handle(SaveRole command, CancellationToken ct)
        {
            var name = command.Name.Trim();
            Rule.Require(name.Length is > 0 and <= Model.Role.LongestName && !Roles.Exists(name), AccessErrors.RoleNameInvalid);
            Rule.Require(command.Permissions.All(Access.Permissions.Exists), AccessErrors.PermissionUnknown);
            Rule.Require(command.Limits is { MaxInvoiceAmount: null or > 0, RequiresApprovalAbove: null or >= 0 }, AccessErrors.LimitInvalid);
            var own = await People.OwnRoles(db, ct);
            Rule.Require(command.Inherits.All(parent => Roles.Exists(parent) && parent != Roles.Owner || own.ContainsKey(parent)), AccessErrors.RoleUnknown);

            var role = command.Role is { } id
                ? Rule.Found(await db.Roles.SingleOrDefaultAsync(r => r.Id == id, ct), AccessErrors.RoleNotFound)
                : new Role { Id = time.New<RoleId>(), Name = name, CreatedAt = time.GetUtcNow() };
            if (command.Role is null)
            {
                Rule.Require(own.Count < Most, AccessErrors.RolesTooMany);
                db.Add(role);
            }

            (role.Name, role.Inherits, role.Permissions, role.Limits) = (name, [.. command.Inherits.Distinct()], [.. command.Permissions.Distinct()], command.Limits);
            own[role.Id.ToString()] = role;
            Rule.Require(!Circles(role.Id.ToString(), role, own, []), AccessErrors.RoleCircle);
            Rule.Require(Entitlement.Of([role.Id.ToString()], own).Permissions.All(key => Access.Permissions.Include(who.Caller, key)), AccessErrors.MoreThanOwn);
            return role.Id;
        }

        static bool Circles(string start, Role at, Dictionary<string, Role> own, HashSet<string> seen) =>
            at.Inherits.Any(parent => parent == start || own.TryGetValue(parent, out var next) && seen.Add(parent) && Circles(start, next, own, seen));
    }
}
