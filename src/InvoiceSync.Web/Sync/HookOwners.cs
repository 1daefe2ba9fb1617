using System.Collections.Concurrent;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Sync;

/// <summary>Whose hook an endpoint id is, remembered until the connection changes, which a notice tells, or half a minute has passed.</summary>
sealed class HookOwners(ScopedDispatch dispatch, INotices notices, TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    static readonly HashSet<string> Changes = ["connection"];

    readonly ConcurrentDictionary<string, (DateTimeOffset Until, FindHook.Owner? Owner)> known = new();
    readonly ConcurrentDictionary<TenantId, IDisposable> listening = new();

    public async ValueTask<FindHook.Owner?> Find(string provider, string hookId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(hookId, out var kept) && kept.Until > now) return kept.Owner;
        var owner = (await dispatch.As(Caller.Nobody, d => d.Send(new FindHook(provider, hookId), ct))).OrThrow();
        if (known.Count >= Most) known.Clear();
        if (owner is not null) listening.GetOrAdd(owner.Tenant, Listen);
        known[hookId] = (now + Remembered, owner);
        return owner;
    }

    IDisposable Listen(TenantId tenant) => notices.Listen(tenant, Changes, _ =>
    {
        foreach (var (hook, entry) in known)
            if (entry.Owner?.Tenant == tenant) known.TryRemove(hook, out var _);
    });
}
