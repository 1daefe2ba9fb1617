using System.Collections.Concurrent;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Who a token is, remembered for a few seconds: so long may an ended session still act, and no longer. Who is at work is looked up
/// again before that time is over, so that nothing they do waits for it.
/// </summary>
sealed class Sessions(ScopedDispatch dispatch, TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Renewed = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<Key, Kept> known = new();

    public ValueTask<WhoIs.View?> Find(string token, string? slug, string? address, CancellationToken ct)
    {
        var (key, now) = (new Key(token, slug, address), time.GetUtcNow());
        if (!known.TryGetValue(key, out var kept) || now >= kept.At + Remembered) return new(Look(key, ct));
        if (now >= kept.At + Renewed && kept.IsFirst()) _ = Renew(key, kept);
        return new(kept.Who);
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

    async Task<WhoIs.View?> Look(Key key, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var who = await Ask(key, now, ct);
        if (known.Count >= Most) known.Clear();
        if (who is not null) known[key] = new(now, who);
        return who;
    }

    // What was forgotten meanwhile stays forgotten.
    async Task Renew(Key key, Kept kept)
    {
        try
        {
            var now = time.GetUtcNow();
            if (await Ask(key, now, CancellationToken.None) is { } who) known.TryUpdate(key, new(now, who), kept);
            else known.TryRemove(new(key, kept));
        }
        catch (Exception)
        {
            // Whoever comes after what is remembered asks again, and hears what is wrong.
        }
    }

    async Task<WhoIs.View?> Ask(Key key, DateTimeOffset now, CancellationToken ct)
    {
        var who = (await dispatch.As(Caller.Nobody, d => d.Send(new WhoIs(key.Token, key.Slug, key.Address), ct))).OrThrow();
        if (who is not null && now - who.SeenAt > Minute) await dispatch.As(Caller.Nobody, d => d.Send(new TouchSession(key.Token), ct));
        return who;
    }

    sealed record Key(string Token, string? Slug, string? Address);

    sealed class Kept(DateTimeOffset at, WhoIs.View who)
    {
        int asked;

        public DateTimeOffset At => at;

        public WhoIs.View Who => who;

        /// <summary>True for the first who asks.</summary>
        public bool IsFirst() => Interlocked.Exchange(ref asked, 1) == 0;
    }
}
