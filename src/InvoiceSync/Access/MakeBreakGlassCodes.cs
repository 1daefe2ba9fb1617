using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes eight new codes for the owner who asks, and forgets the unused ones from before. They are in the answer once and never again.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record MakeBreakGlassCodes : ICommand<MakeBreakGlassCodes.Shown>
{
    const int Count = 8;

    public sealed record Shown(IReadOnlyList<string> Codes)
    {
        public override string ToString() => $"{Codes.Count} codes";
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<MakeBreakGlassCodes, Shown>
    {
        public async Task<Shown> Handle(MakeBreakGlassCodes command, CancellationToken ct)
        {
            // Codes open as whom they name, so nobody makes them for somebody else.
            var me = Person.Of(who.Caller);
            var tenant = who.Caller.Tenant;
            var mine = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.UserId == me.Value && m.TenantId == tenant, ct);
            var hasPassword = await db.Users.AnyAsync(u => u.Id == me.Value && u.PasswordHash != null, ct);
            Rule.Require(mine?.IsOwner == true && hasPassword, EntryErrors.OwnersOnly);

            db.RemoveRange(await db.BreakGlassCodes.Where(c => c.Owner == me && c.UsedAt == null).ToListAsync(ct));
            var now = time.GetUtcNow();
            List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => BreakGlassCode.New())];
            foreach (var code in codes) db.Add(new BreakGlassCode { Id = Guid.CreateVersion7(now), Owner = me, Hash = BreakGlassCode.HashOf(code)!, CreatedAt = now });
            return new(codes);
        }
    }
}
