using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>What a person may in the caller's company; null when they do not belong there or are suspended.</summary>
[Requires("access.read")]
sealed record WhatMay(UserId User) : IQuery<Grant?>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<WhatMay, Grant?>
    {
        public async Task<Grant?> Handle(WhatMay query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var mine = await db.Memberships.AsNoTracking()
                .SingleOrDefaultAsync(m => m.UserId == query.User.Value && m.TenantId == tenant && m.SuspendedAt == null, ct);
            if (mine is null) return null;

            // Most people hold built-in roles only; the company's own are read when one is named.
            var own = mine.Roles.All(Roles.Exists) ? [] : await db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Id.ToString(), ct);
            var entitled = Entitlement.Of(mine.Roles, own);
            return new(tenant, mine.Roles, entitled.Permissions, entitled.Limits, await Team(mine, ct));
        }

        async Task<IReadOnlyList<string>> Team(Membership mine, CancellationToken ct)
        {
            if (mine.Team is not { } team) return [];
            var people = await db.Memberships.Where(m => m.TenantId == mine.TenantId && m.Team == team).Select(m => m.UserId).ToListAsync(ct);
            return [.. people.Select(p => new UserId(p).ToString())];
        }
    }
}
