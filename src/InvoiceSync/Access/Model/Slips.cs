using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>Takes slips: each once, in its time, for what it was made, and while the person's security stamp is still the same.</summary>
sealed class Slips(InvoiceSyncDb db, TimeProvider time)
{
    public async Task<Slip> Take(string token, SlipFor purpose, CancellationToken ct)
    {
        var slip = Rule.Found(await Find(token, purpose, ct), AccessErrors.LinkOver);
        var now = time.GetUtcNow();
        // The update decides: of many that come at once, one finds the slip unused.
        var taken = await db.Slips.Where(s => s.Id == slip.Id && s.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UsedAt, now), ct);
        Rule.Require(taken == 1, AccessErrors.LinkOver);
        return slip;
    }

    /// <summary>A slip that could be taken now; null otherwise.</summary>
    public async Task<Slip?> Find(string token, SlipFor purpose, CancellationToken ct)
    {
        var hash = Token.Hash(token);
        var now = time.GetUtcNow();
        var slip = await db.Slips.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.For == purpose && s.UsedAt == null && s.EndsAt > now, ct);
        if (slip is null || slip.UserId == Guid.Empty) return null;
        var stamp = await db.Users.Where(u => u.Id == slip.UserId).Select(u => u.SecurityStamp).SingleOrDefaultAsync(ct);
        return stamp is not null && stamp == slip.Stamp ? slip : null;
    }
}
