using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whose session a token is and, when a company is named, the role there; null when the session ended or never was.</summary>
[Anonymous]
public sealed record WhoIs(string Token, string? Slug) : IQuery<WhoIs.View?>
{
    public override string ToString() => nameof(WhoIs);

    /// <summary>Tenant and role are null when the person does not belong there, which looks the same as no such company.</summary>
    public sealed record View(UserId User, SessionId Session, string Email, string Name, DateTimeOffset EndsAt, TenantId? Tenant, string? Role);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<WhoIs, View?>
    {
        public async Task<View?> Handle(WhoIs query, CancellationToken ct)
        {
            var hash = Model.Token.Hash(query.Token);
            var now = time.GetUtcNow();
            var found = await (from s in db.Sessions.AsNoTracking()
                               join u in db.Users on s.UserId equals u.Id
                               where s.TokenHash == hash && s.EndedAt == null && s.EndsAt > now
                               select new { s.Id, s.UserId, s.EndsAt, u.Email, u.Name }).SingleOrDefaultAsync(ct);
            if (found is null) return null;

            var (tenant, role) = await Role(found.UserId, query.Slug, ct);
            return new(new(found.UserId), found.Id, found.Email!, found.Name, found.EndsAt, tenant, role);
        }

        async Task<(TenantId?, string?)> Role(Guid user, string? slug, CancellationToken ct)
        {
            if (slug is null) return default;
            if ((await dispatcher.Ask(new FindTenants(slug), ct)).OrThrow() is not [var tenant]) return default;
            var role = await db.Memberships.Where(m => m.UserId == user && m.TenantId == tenant.Id).Select(m => m.Role).SingleOrDefaultAsync(ct);
            return role is null ? default : (tenant.Id, role);
        }
    }
}
