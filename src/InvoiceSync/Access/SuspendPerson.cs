using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Shuts a person out of this company at once, or lets them in again. Their work and their name in the log stay.</summary>
[Requires("user.manage")]
public sealed record SuspendPerson(UserId Person, bool Suspended) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SuspendPerson, Done>
    {
        public async Task<Done> Handle(SuspendPerson command, CancellationToken ct)
        {
            var member = await People.Of(db, who.Caller.Tenant, command.Person, ct);
            Rule.Require(!member.IsOwner, AccessErrors.OwnerStays);
            Rule.Require(command.Person.ToString() != who.Caller.Actor, AccessErrors.NotYourself);
            db.Note(new(command.Suspended ? "user.suspended" : "user.resumed", "user", command.Person.ToString()));
            member.SuspendedAt = command.Suspended ? member.SuspendedAt ?? time.GetUtcNow() : null;
            await People.CheckSomebodyManages(db, who.Caller.Tenant, member, ct);
            return default;
        }
    }
}
