using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>By what the caller can show that it is they: a password or code of an app, a passkey, or their account at one of the company's providers.</summary>
[Requires("self")]
public sealed record GetPresenceWays : IQuery<GetPresenceWays.View>
{
    public sealed record View(bool HasSecret, bool HasPasskey, IReadOnlyList<Provider> Providers);

    public sealed record Provider(SsoConnectionId Id, string Name);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetPresenceWays, View>
    {
        public async Task<View> Handle(GetPresenceWays query, CancellationToken ct)
        {
            var id = Person.Of(who.Caller).Value;
            var hasSecret = await db.Users.AnyAsync(u => u.Id == id && u.PasswordHash != null, ct) || await db.SecondFactors.AnyAsync(f => f.UserId == id && f.ConfirmedAt != null, ct);
            var hasPasskey = await db.Passkeys.AnyAsync(p => p.UserId == id, ct);
            var tied = db.SsoLogins.Where(l => l.UserId == id).Select(l => l.ConnectionId);
            var providers = await db.SsoConnections.AsNoTracking().Where(c => c.Enabled && tied.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new Provider(c.Id, c.Name)).ToListAsync(ct);
            return new(hasSecret, hasPasskey, providers);
        }
    }
}
