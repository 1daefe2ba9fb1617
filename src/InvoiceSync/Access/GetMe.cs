using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The signed-in person and the tenants they belong to, with the roles in each.</summary>
[Requires("self")]
public sealed record GetMe : IQuery<GetMe.View>
{
    public sealed record View(UserId Id, string Email, string Name, IReadOnlyList<Membership> Memberships);

    public sealed record Membership(string Slug, string TenantName, IReadOnlyList<string> Roles, bool IsPractice);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who) : IHandle<GetMe, View>
    {
        public async Task<View> Handle(GetMe query, CancellationToken ct)
        {
            var id = Person.Of(who.Caller);
            var me = Rule.Found(await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id.Value, ct), AccessErrors.NotAPerson);
            // A session that one company's provider opened shows that company and no other.
            TenantId? only = Ids.TryParse<SessionId>(who.Caller.Session, out var session) ? await db.Sessions.Where(s => s.Id == session).Select(s => s.OnlyTenant).SingleOrDefaultAsync(ct) : null;
            var roles = await db.Memberships.Where(m => m.UserId == id.Value && m.SuspendedAt == null && (only == null || m.TenantId == only)).ToDictionaryAsync(m => m.TenantId, m => m.Roles, ct);
            var tenants = (await dispatcher.Ask(new FindTenants(Ids: [.. roles.Keys]), ct)).OrThrow();
            return new(id, me.Email!, me.Name, [.. tenants.Select(t => new Membership(t.Slug, t.Name, roles[t.Id], t.Mode == TenantMode.Practice))]);
        }
    }
}
