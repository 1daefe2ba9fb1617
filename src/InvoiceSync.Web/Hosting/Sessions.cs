using System.Collections.Concurrent;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting;

/// <summary>Who a token is, remembered for a few seconds: so long may an ended session still act, and no longer.</summary>
sealed class Sessions(ScopedDispatch dispatch, TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<(string Token, string? Slug, string? Address), (DateTimeOffset Until, WhoIs.View? Who)> known = new();

    public async ValueTask<WhoIs.View?> Find(string token, string? slug, string? address, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue((token, slug, address), out var kept) && kept.Until > now) return kept.Who;
        var who = (await dispatch.As(Caller.Nobody, d => d.Send(new WhoIs(token, slug, address), ct))).OrThrow();
        if (who is not null && now - who.SeenAt > Minute) await dispatch.As(Caller.Nobody, d => d.Send(new TouchSession(token), ct));
        if (known.Count >= Most) known.Clear();
        if (who is not null) known[(token, slug, address)] = (now + Remembered, who);
        return who;
    }

    /// <summary>The same, as seen from this browser: in another than the last time, what was proved there counts no more.</summary>
    public async ValueTask<WhoIs.View?> Find(string token, string? slug, string? address, string agent, CancellationToken ct)
    {
        var who = await Find(token, slug, address, ct);
        if (who is null || DeviceLabel.IsSame(who.Device, agent)) return who;
        (await dispatch.As(Caller.Nobody, d => d.Send(new DoubtSession(token, agent, address ?? ""), ct))).OrThrow();
        Forget(token);
        return await Find(token, slug, address, ct);
    }

    public void Forget(string token)
    {
        foreach (var key in known.Keys.Where(k => k.Token == token)) known.TryRemove(key, out _);
    }
}
