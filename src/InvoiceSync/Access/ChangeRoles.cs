using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Gives a person other roles and a team. The owner keeps theirs, nobody gives what they do not have, and somebody must still manage people.</summary>
[Requires("user.manage")]
[StepUp]
public sealed record ChangeRoles(UserId Person, IReadOnlyList<string> Roles, string? Team) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ChangeRoles, Done>
    {
        const int LongestTeam = 60;

        public async Task<Done> Handle(ChangeRoles command, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var member = await People.Of(db, tenant, command.Person, ct);
            Rule.Require(!member.IsOwner, AccessErrors.OwnerStays);
            Rule.Require(command.Team is null or { Length: > 0 and <= LongestTeam }, AccessErrors.TeamInvalid);
            await People.CheckGift(db, who.Caller, command.Roles, ct);
            db.Note(new("user.role_changed", "user", command.Person.ToString())
            {
                Changes = [new("Roles", string.Join(", ", member.Roles), string.Join(", ", command.Roles)), new("Team", member.Team ?? "–", command.Team ?? "–")],
            });
            (member.Roles, member.Team) = ([.. command.Roles.Distinct()], command.Team?.Trim());
            await People.CheckSomebodyManages(db, tenant, member, ct);
            return default;
        }
    }
}
