using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's directory says a group, a new one when none is named. Its people get and lose roles at once, by the sign-in connection's map.</summary>
[Requires("user.manage")]
public sealed record SaveScimGroup(ScimGroupId? Group, ScimTeam Team, long? Version = null) : ICommand<ScimGroupId>
{
    internal sealed class Handler(InvoiceSyncDb db, ScimRoles roles, CallerHolder who, TimeProvider time) : IHandle<SaveScimGroup, ScimGroupId>
    {
        public async Task<ScimGroupId> Handle(SaveScimGroup command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var group = command.Group is { } id
                ? Rule.Found(await db.ScimGroups.SingleOrDefaultAsync(g => g.Id == id, ct), ScimErrors.NotFound)
                : new ScimGroup { Id = time.New<ScimGroupId>(), CreatedAt = now };
            Rule.Require(command.Version is null || command.Version == group.Version, ScimErrors.Changed);
            if (command.Group is null) db.Add(group);

            var touched = group.Say(command.Team, now);
            var members = command.Team.Members.Distinct().ToList();
            Rule.Require(await db.ScimUsers.CountAsync(u => members.Contains(u.Id), ct) == members.Count, ScimErrors.MemberUnknown);
            await roles.Apply(touched, who.Caller.Tenant, ct);
            return group.Id;
        }
    }
}
