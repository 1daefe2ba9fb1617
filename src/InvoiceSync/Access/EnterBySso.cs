using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Finds or makes the person a connection has proved and gives them the roles of their groups. Null when their groups no
/// longer give any: then they have just lost their place. Our own code sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
sealed record EnterBySso(SsoConnectionId Connection, ProvenIdentity Who) : ICommand<UserId?>
{
    internal sealed class Handler(InvoiceSyncDb db, SsoAdmission admission, SsoAccounts accounts, CallerHolder caller, TimeProvider time) : IHandle<EnterBySso, UserId?>
    {
        public async Task<UserId?> Handle(EnterBySso command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            Rule.Require(connection.Enabled && !await db.EntryRules.AnyAsync(r => r.Mode == SsoMode.Off, ct), SsoErrors.Disabled);
            var verdict = await admission.Judge(connection, command.Who, ct);
            if (verdict.Refusal == SsoErrors.RoleMissing)
            {
                if (verdict.Membership is { } lost)
                {
                    db.NoteRoles(connection.Id, lost.UserId, lost.Roles, []);
                    db.Remove(lost);
                }

                return null;
            }

            Rule.Require(verdict.Membership?.SuspendedAt is null, SsoErrors.Suspended);
            Rule.Require(verdict.Refusal is null, verdict.Refusal!);
            return Admit(connection, command.Who, verdict);
        }

        UserId Admit(SsoConnection connection, ProvenIdentity who, SsoAdmission.Verdict verdict)
        {
            var now = time.GetUtcNow();
            var person = verdict.Member ?? accounts.New(who.Email!, who.Name);
            var login = verdict.Known ?? accounts.Tie(connection.Id, person.Id, who.Issuer, who.Subject);
            if (verdict.Permit is { } used) db.Remove(used);
            SsoAccounts.Describe(person, who.Email, who.Name);
            (login.Email, login.LastAt) = (SsoAttempt.Cut(who.Email, 255), now);

            db.NoteRoles(connection.Id, person.Id, verdict.Membership?.Roles ?? [], verdict.Roles);
            if (verdict.Membership is { } member) member.Roles = verdict.Roles;
            else db.Add(new Membership { UserId = person.Id, TenantId = caller.Caller.Tenant, Roles = verdict.Roles, CreatedAt = now });
            return new(person.Id);
        }
    }
}
