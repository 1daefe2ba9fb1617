using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's directory lets a person go: their place, their tie to the provider and their sessions here end.</summary>
[Requires("user.manage")]
public sealed record DeleteScimUser(UserId User, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, ScimPlaces places, CallerHolder who, TimeProvider time) : IHandle<DeleteScimUser, Done>
    {
        public async Task<Done> Handle(DeleteScimUser command, CancellationToken ct)
        {
            var user = Rule.Found(await db.ScimUsers.SingleOrDefaultAsync(u => u.Id == command.User, ct), ScimErrors.NotFound);
            Rule.Require(command.Version is null || command.Version == user.Version, ScimErrors.Changed);
            await places.TakeAway(user.Id, who.Caller.Tenant, ct);
            foreach (var group in (await db.ScimGroups.ToListAsync(ct)).Where(g => g.Members.Contains(user.Id.Value)))
                group.Say(new(group.DisplayName, group.ExternalId, [.. group.Members.Where(m => m != user.Id.Value).Select(m => new UserId(m))]), time.GetUtcNow());
            db.Remove(user);
            return default;
        }
    }
}
