using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's directory drops a group; its people lose the roles it gave.</summary>
[Requires("user.manage")]
public sealed record DeleteScimGroup(ScimGroupId Group, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, ScimRoles roles, CallerHolder who) : IHandle<DeleteScimGroup, Done>
    {
        public async Task<Done> Handle(DeleteScimGroup command, CancellationToken ct)
        {
            var group = Rule.Found(await db.ScimGroups.SingleOrDefaultAsync(g => g.Id == command.Group, ct), ScimErrors.NotFound);
            Rule.Require(command.Version is null || command.Version == group.Version, ScimErrors.Changed);
            db.Remove(group);
            await roles.Apply(group.Members, who.Caller.Tenant, ct);
            return default;
        }
    }
}
