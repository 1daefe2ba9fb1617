using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The living session of a token and whose it is; null when it ended or never was.</summary>
[Anonymous]
sealed record FindSession(string Token) : IQuery<FindSession.View?>
{
    public override string ToString() => nameof(FindSession);

    public sealed record View(UserId User, SessionId Session, string Email, string Name, DateTimeOffset ProvedAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, TenantId? OnlyTenant)
    {
        public bool BySso { get; init; }

        /// <summary>The user agent it was last seen with.</summary>
        public required string Device { get; init; }

        public TenantId? BreakGlassFor { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<FindSession, View?>
    {
        public async Task<View?> Handle(FindSession query, CancellationToken ct)
        {
            var hash = Model.Token.Hash(query.Token);
            // The later of two clocks: a node that was set back does not bring the dead to life.
            var (here, there) = (time.GetUtcNow(), await db.Dialect.Now(db, ct));
            var now = here > there ? here : there;
            var found = await (from s in db.Sessions.AsNoTracking()
                               join u in db.Users on s.UserId equals u.Id
                               where s.TokenHash == hash && s.EndedAt == null && s.EndsAt > now && s.TokenUntil > now
                               select new { s.Id, s.UserId, s.Device, s.ProvedAt, s.SeenAt, s.EndsAt, s.OnlyTenant, s.SsoConnection, s.BreakGlassFor, u.Email, u.Name }).SingleOrDefaultAsync(ct);
            return found is null ? null : new(new(found.UserId), found.Id, found.Email!, found.Name, found.ProvedAt, found.SeenAt, found.EndsAt, found.OnlyTenant)
            {
                BySso = found.SsoConnection is not null,
                Device = found.Device,
                BreakGlassFor = found.BreakGlassFor,
            };
        }
    }
}
