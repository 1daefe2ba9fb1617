using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>How the company's people come in, from where, and who holds codes for an emergency.</summary>
[Requires("settings.manage")]
public sealed record GetEntryRules : IQuery<GetEntryRules.View>
{
    /// <summary>MyAddress is where the caller comes from, as we see it.</summary>
    public sealed record View(SsoMode Mode, DateTimeOffset? RequiredFrom, bool OnlyNetworks, IReadOnlyList<string> Networks, string? MyAddress, IReadOnlyList<Codes> BreakGlass);

    public sealed record Codes(UserId Owner, string Name, int Left, DateTimeOffset? LastUsedAt, string? LastUsedFrom);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetEntryRules, View>
    {
        public async Task<View> Handle(GetEntryRules query, CancellationToken ct)
        {
            var rules = await db.EntryRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? new EntryRules();
            var codes = await db.BreakGlassCodes.AsNoTracking().ToListAsync(ct);
            var owners = codes.Select(c => c.Owner.Value).Distinct().ToList();
            var names = await db.Users.Where(u => owners.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
            return new(rules.Mode, rules.RequiredFrom, rules.OnlyNetworks, rules.Networks, who.Caller.Address, [.. codes.GroupBy(c => c.Owner).Select(Holder)]);

            Codes Holder(IGrouping<UserId, BreakGlassCode> mine)
            {
                var last = mine.MaxBy(c => c.UsedAt);
                return new(mine.Key, names.GetValueOrDefault(mine.Key.Value, ""), mine.Count(c => c.UsedAt is null), last?.UsedAt, last?.UsedFrom);
            }
        }
    }
}
