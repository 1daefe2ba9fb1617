using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's directory says a person anew, on the version it has read. One who is no longer active loses their place at once.</summary>
[Requires("user.manage")]
public sealed record ReplaceScimUser(UserId User, ScimPerson Person, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, ScimPlaces places, CallerHolder who, TimeProvider time) : IHandle<ReplaceScimUser, Done>
    {
        public async Task<Done> Handle(ReplaceScimUser command, CancellationToken ct)
        {
            var user = Rule.Found(await db.ScimUsers.SingleOrDefaultAsync(u => u.Id == command.User, ct), ScimErrors.NotFound);
            Rule.Require(command.Version is null || command.Version == user.Version, ScimErrors.Changed);
            var key = ScimUser.KeyOf(command.Person.UserName);
            Rule.Require(!await db.ScimUsers.AnyAsync(u => u.UserKey == key && u.Id != user.Id, ct), ScimErrors.UserNameTaken);
            var isTurned = user.Active != command.Person.Active;
            user.Say(command.Person, time.GetUtcNow());
            await places.Follow(user, isTurned, who.Caller.Tenant, ct);
            return default;
        }
    }
}
