using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Who may have done something in the company, by name: its people, also suspended ones, then its API keys, also ended ones.</summary>
[Requires("audit.read")]
public sealed record ListActors : IQuery<IReadOnlyList<ListActors.Row>>
{
    /// <summary>Actor is usr_… or key_…; two of one name have their address or id behind it.</summary>
    public sealed record Row(string Actor, string Name);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListActors, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListActors query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var people = await (from m in db.Memberships.AsNoTracking()
                                join u in db.Users on m.UserId equals u.Id
                                where m.TenantId == tenant
                                orderby u.Name, u.Email
                                select new { u.Id, u.Name, Email = u.Email! }).ToListAsync(ct);
            var keys = await db.ApiKeys.AsNoTracking().OrderBy(k => k.Name).ThenBy(k => k.Id).Select(k => new { k.Id, k.Name }).ToListAsync(ct);
            var all = people.Select(p => (Actor: new UserId(p.Id).ToString(), p.Name, More: p.Email)).Concat(keys.Select(k => (Actor: k.Id.ToString(), k.Name, More: k.Id.ToString()))).ToList();
            var shared = all.CountBy(a => a.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
            return [.. all.Select(a => new Row(a.Actor, shared.Contains(a.Name) ? $"{a.Name} ({a.More})" : a.Name))];
        }
    }
}
