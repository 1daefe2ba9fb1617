using System.Collections.Concurrent;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Shared;

/// <summary>
/// Answers a page was first drawn with, kept until its circuit starts, so that nothing is asked twice and nothing
/// flickers. A notice heard meanwhile, another caller or thirty seconds make them worthless; then the circuit asks again.
/// </summary>
sealed class AnswersInFlight(INotices notices, TimeProvider time)
{
    static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    static readonly HashSet<string> Topics = ["sale", "sync-run", "connection", "company", "activity"];

    readonly ConcurrentDictionary<string, Bag> bags = [];

    public void Put(string key, Caller caller, Dictionary<object, object?> answers)
    {
        foreach (var (old, bag) in bags)
            if (bag.Until < time.GetUtcNow()) Take(old, caller);
        bags[key] = new Bag(caller, answers, time.GetUtcNow() + Keep, notices);
    }

    public Dictionary<object, object?>? Take(string key, Caller caller)
    {
        if (!bags.TryRemove(key, out var bag)) return null;
        bag.Dispose();
        return bag.IsFresh && bag.Until >= time.GetUtcNow() && bag.IsOf(caller) ? bag.Answers : null;
    }

    sealed class Bag : IDisposable
    {
        readonly Caller caller;
        readonly IDisposable? listening;
        volatile bool fresh = true;

        public Bag(Caller caller, Dictionary<object, object?> answers, DateTimeOffset until, INotices notices)
        {
            (this.caller, Answers, Until) = (caller, answers, until);
            if (caller.TenantOrNone is { } tenant) listening = notices.Listen(tenant, Topics, _ => fresh = false);
        }

        public Dictionary<object, object?> Answers { get; }

        public DateTimeOffset Until { get; }

        public bool IsFresh => fresh;

        public bool IsOf(Caller other) => caller.TenantOrNone == other.TenantOrNone && caller.Actor == other.Actor;

        public void Dispose() => listening?.Dispose();
    }
}
