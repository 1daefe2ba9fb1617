using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Ends a test or a link: shows the claims that came and what they would mean, and ties the account of whoever began a link
/// (and of an owner who tests: that proves the connection). A proof of presence is noted in the session that asked for it.
/// Our own code sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
sealed record FinishSsoIntent(SsoConnectionId Connection, ProvenIdentity Who, string Intent, string Address) : ICommand<FinishSsoIntent.Ended>
{
    public override string ToString() => nameof(FinishSsoIntent);

    /// <summary>What it was for, and why it was refused; the refusal is noted all the same.</summary>
    internal readonly record struct Ended(SsoIntent Intent, Error? Refusal);

    internal sealed class Handler(InvoiceSyncDb db, SsoIntents intents, SsoAdmission admission, SsoAccounts accounts, ScopedDispatch inside, CallerHolder caller, TimeProvider time)
        : IHandle<FinishSsoIntent, Ended>
    {
        // Their clock may be behind ours.
        static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

        public async Task<Ended> Handle(FinishSsoIntent command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            var attempt = await intents.Take(db, connection.Id, command.Intent, ct);
            var tenant = caller.Caller.Tenant;
            var member = await db.Memberships.SingleOrDefaultAsync(m => m.UserId == attempt.BegunBy && m.TenantId == tenant, ct);
            var verdict = await admission.Judge(connection, command.Who, ct);
            var isOwner = member?.IsOwner == true;

            var refusal = attempt.Intent == SsoIntent.Prove ? await Prove(attempt, verdict, command.Who, ct) : Refusal(verdict, member);
            if (refusal is null && (attempt.Intent == SsoIntent.Link || isOwner) && verdict.Known is null)
                accounts.Tie(connection.Id, member!.UserId, command.Who.Issuer, command.Who.Subject).Email = SsoAttempt.Cut(command.Who.Email, 255);
            if (refusal is null && isOwner && attempt.Intent != SsoIntent.Prove) connection.ProvedAt = time.GetUtcNow();
            attempt.Tell(command.Who, refusal?.Code ?? SsoAttempt.Passed, command.Address);
            return new(attempt.Intent, refusal);
        }

        async Task<Error?> Prove(SsoAttempt attempt, SsoAdmission.Verdict verdict, ProvenIdentity who, CancellationToken ct)
        {
            if (verdict.Known?.UserId != attempt.BegunBy) return SsoErrors.ProofForeign;
            if (!(who.AuthenticatedAt >= attempt.At - Skew)) return SsoErrors.ProofOld;
            var noted = await inside.As(Inside.House(caller.Caller), d => d.Send(new NotePresence(new(attempt.BegunBy!.Value), attempt.BegunIn!.Value), ct));
            return noted.OrThrow() ? null : SsoErrors.IntentExpired;
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
