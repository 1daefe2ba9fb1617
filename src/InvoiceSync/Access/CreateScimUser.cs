using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's directory brings in a person. A member with the same address is taken over, and may then be tied at their next sign-in.</summary>
[Requires("user.manage")]
public sealed record CreateScimUser(ScimPerson Person) : ICommand<UserId>
{
    internal sealed class Handler(InvoiceSyncDb db, ScimPlaces places, CallerHolder who, TimeProvider time) : IHandle<CreateScimUser, UserId>
    {
        public async Task<UserId> Handle(CreateScimUser command, CancellationToken ct)
        {
            var (now, key) = (time.GetUtcNow(), ScimUser.KeyOf(command.Person.UserName));
            Rule.Require(!await db.ScimUsers.AnyAsync(u => u.UserKey == key, ct), ScimErrors.UserNameTaken);
            var probe = new ScimUser();
            probe.Say(command.Person, now);
            var id = await places.Give(command.Person, who.Caller.Tenant, ct);
            Rule.Require(!await db.ScimUsers.AnyAsync(u => u.Id == id, ct), ScimErrors.UserNameTaken);
            var user = new ScimUser { Id = id, CreatedAt = now };
            user.Say(command.Person, now);
            db.Add(user);
            return id;
        }
    }
}
