using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Takes a person out of this company. What was theirs is nobody's until it is assigned; the person itself stays in other companies.</summary>
[Requires("user.manage")]
[StepUp]
public sealed record RemovePerson(UserId Person) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<RemovePerson, Done>
    {
        public async Task<Done> Handle(RemovePerson command, CancellationToken ct)
        {
            var member = await People.Of(db, who.Caller.Tenant, command.Person, ct);
            Rule.Require(!member.IsOwner, AccessErrors.OwnerStays);
            Rule.Require(command.Person.ToString() != who.Caller.Actor, AccessErrors.NotYourself);
            db.Note(new("user.removed", "user", command.Person.ToString()));
            db.Remove(member);
            await People.CheckSomebodyManages(db, who.Caller.Tenant, member, ct);
            return default;
        }
    }
}
