using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>What the company tells its people, and what the caller chose for themself; null when they chose nothing.</summary>
[Requires("invoice.read")]
public sealed record GetNewsSettings : IQuery<GetNewsSettings.View>
{
    public sealed record View(NewsChoice Company, bool SkipsEmpty, string Language, NewsChoice? Own);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetNewsSettings, View>
    {
        public async Task<View> Handle(GetNewsSettings query, CancellationToken ct)
        {
            var (me, settings) = (who.Caller.Actor, await db.NewsSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new());
            return new(settings.Choice, settings.SkipsEmpty, settings.Language, (await db.OwnNews.AsNoTracking().SingleOrDefaultAsync(n => n.Person == me, ct))?.Choice);
        }
    }
}
