using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Deletes one of the company's own roles. Refused while a person has it or another role inherits from it.</summary>
[Requires("user.manage")]
[StepUp]
public sealed record DeleteRole(RoleId Role) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<DeleteRole, Done>
    {
        public async Task<Done> Handle(DeleteRole command, CancellationToken ct)
        {
            var (tenant, key) = (who.Caller.Tenant, command.Role.ToString());
            var role = Rule.Found(await db.Roles.SingleOrDefaultAsync(r => r.Id == command.Role, ct), AccessErrors.RoleNotFound);
            var held = await db.Memberships.Where(m => m.TenantId == tenant).Select(m => m.Roles).ToListAsync(ct);
            var inherited = await db.Roles.Where(r => r.Id != command.Role).Select(r => r.Inherits).ToListAsync(ct);
            Rule.Require(!held.Concat(inherited).Any(keys => keys.Contains(key)), AccessErrors.RoleInUse);
            db.Remove(role);
            return default;
        }
    }
}
