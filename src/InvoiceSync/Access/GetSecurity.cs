using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>How the caller's account is protected: password, two-step sign-in, recovery codes left, passkeys.</summary>
[Requires("self")]
public sealed record GetSecurity : IQuery<GetSecurity.View>
{
    public sealed record View(bool HasPassword, DateTimeOffset? TwoStepSince, int RecoveryCodesLeft, IReadOnlyList<Key> Passkeys);

    public sealed record Key(PasskeyId Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt, bool IsBackedUp);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, RecoveryCodes recovery) : IHandle<GetSecurity, View>
    {
        public async Task<View> Handle(GetSecurity query, CancellationToken ct)
        {
            var id = Person.Of(who.Caller).Value;
            var hasPassword = await db.Users.AnyAsync(u => u.Id == id && u.PasswordHash != null, ct);
            var since = await db.SecondFactors.Where(f => f.UserId == id).Select(f => f.ConfirmedAt).SingleOrDefaultAsync(ct);
            var keys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).OrderBy(p => p.CreatedAt).ToListAsync(ct);
            return new(hasPassword, since, await recovery.Left(id, ct), [.. keys.Select(p => new Key(p.Id, p.Name, p.CreatedAt, p.UsedAt, p.BackedUp))]);
        }
    }
}
