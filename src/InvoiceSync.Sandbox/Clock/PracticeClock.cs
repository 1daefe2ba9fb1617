using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Clock;

/// <summary>The world's time: a real clock plus an offset people may move. Limits, delays and life spans use it.</summary>
sealed class PracticeClock : TimeProvider
{
    const string Table = "practice/clock";
    readonly TimeProvider real;
    readonly Store store;
    long offset;

    public PracticeClock(TimeProvider real, Store store)
    {
        this.real = real;
        this.store = store;
        offset = store.Run(work => (long?)work.Find(Table, "clock")?["offset"] ?? 0);
    }

    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    public void Advance(TimeSpan by) => Keep(Offset + by);

    public void Set(DateTimeOffset to) => Keep(to - real.GetUtcNow());

    void Keep(TimeSpan value)
    {
        Interlocked.Exchange(ref offset, value.Ticks);
        store.Run(work => work.Put(Table, "clock", new JsonObject { ["offset"] = value.Ticks }));
    }
}
