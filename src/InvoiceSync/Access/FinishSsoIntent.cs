using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Ends a test or a link: shows the claims that came and what they would mean, and ties the account of whoever began a link
/// (and of an owner who tests: that proves the connection). Our own code sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
sealed record FinishSsoIntent(SsoConnectionId Connection, ProvenIdentity Who, string Intent, string Address) : ICommand<bool>
{
    public override string ToString() => nameof(FinishSsoIntent);

    /// <summary>True for a link, false for a test.</summary>
    internal sealed class Handler(InvoiceSyncDb db, SsoIntents intents, SsoAdmission admission, SsoAccounts accounts, CallerHolder caller, TimeProvider time)
        : IHandle<FinishSsoIntent, bool>
    {
        public async Task<bool> Handle(FinishSsoIntent command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            var attempt = await intents.Take(db, connection.Id, command.Intent, ct);
            var tenant = caller.Caller.Tenant;
            var member = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == attempt.BegunBy && m.TenantId == tenant, ct);
            var verdict = await admission.Judge(connection, command.Who, ct);
            var isOwner = member?.IsOwner == true;

            var refusal = Refusal(verdict, member);
            if (refusal is null && (attempt.Intent == SsoIntent.Link || isOwner) && verdict.Known is null)
                accounts.Tie(connection.Id, member!.UserId, command.Who.Issuer, command.Who.Subject).Email = SsoAttempt.Cut(command.Who.Email, 255);
            if (refusal is null && isOwner) connection.ProvedAt = time.GetUtcNow();
            attempt.Tell(command.Who, refusal?.Code ?? SsoAttempt.Passed, command.Address);
            return attempt.Intent == SsoIntent.Link;
        }

        // Who is signed in here and there has proved both: no permit is needed for their own account, and none of their roles changes.
        static Error? Refusal(SsoAdmission.Verdict verdict, Membership? member)
        {
            if (member is null) return AccessErrors.NotMember;
            if (verdict.Known is { } known) return known.UserId == member.UserId ? null : SsoErrors.LinkedElsewhere;
            return verdict.Refusal == SsoErrors.LinkNeeded && verdict.Member?.Id == member.UserId ? null : verdict.Refusal;
        }
    }
}
