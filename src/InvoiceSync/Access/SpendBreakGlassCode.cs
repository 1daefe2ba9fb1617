using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Spends a code of the caller's own and opens the company to their session. Our own code sends it.</summary>
[Requires("connections.open")]
sealed record SpendBreakGlassCode(SessionId Session, string Code) : ICommand<Done>
{
    public override string ToString() => nameof(SpendBreakGlassCode);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, Post post, TimeProvider time) : IHandle<SpendBreakGlassCode, Done>
    {
        public async Task<Done> Handle(SpendBreakGlassCode command, CancellationToken ct)
        {
            var (me, tenant, now) = (Person.Of(who.Caller), who.Caller.Tenant, time.GetUtcNow());
            var hash = BreakGlassCode.HashOf(command.Code);
            var code = Rule.Found(await db.BreakGlassCodes.SingleOrDefaultAsync(c => c.Owner == me && c.Hash == hash && c.UsedAt == null, ct), EntryErrors.CodeWrong);
            var mine = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.UserId == me.Value && m.TenantId == tenant && m.SuspendedAt == null, ct);
            Rule.Require(mine?.IsOwner == true, EntryErrors.CodeWrong);
            code.Use(now, who.Caller.Address);
            var session = Rule.Found(
                await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session && s.UserId == me.Value && s.OnlyTenant == null && s.EndedAt == null && s.EndsAt > now, ct), EntryErrors.CodeWrong);
            session.BreakGlassFor = tenant;
            await Alarm(tenant, ct);
            db.Note(new Act("break_glass.used", "session", command.Session.ToString()));
            return default;
        }

        async Task Alarm(TenantId tenant, CancellationToken ct)
        {
            var company = (await dispatcher.Ask(new FindTenants(Ids: [tenant]), ct)).OrThrow().Single().Name;
            var people = await db.Memberships.Where(m => m.TenantId == tenant && m.SuspendedAt == null).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { m.Roles, User = u }).ToListAsync(ct);
            foreach (var owner in people.Where(p => p.Roles.Contains(Roles.Owner)))
                post.Write(LetterKind.BreakGlassUsed, owner.User, null, company, who.Caller.Name, who.Caller.Address ?? "–", post.Moment());
        }
    }
}
