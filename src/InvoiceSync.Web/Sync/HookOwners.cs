using System.Collections.Concurrent;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Sync;

/// <summary>
/// Whose hook an endpoint id is, remembered until the connection changes, which a notice tells, or half a minute has passed.
/// However many notices arrive at that moment, one of them asks the database and the others wait for its answer.
/// </summary>
sealed class HookOwners(ScopedDispatch dispatch, INotices notices, TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    static readonly HashSet<string> Changes = ["connection"];

    readonly ConcurrentDictionary<string, Known> known = new();
    readonly ConcurrentDictionary<TenantId, IDisposable> listening = new();

    public async ValueTask<FindHook.Owner?> Find(string provider, string hookId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var kept = known.TryGetValue(hookId, out var fresh) && fresh.Until > now ? fresh : Renew(provider, hookId, now);
        var asked = kept.Owner.Value;
        try
        {
            return await asked.WaitAsync(ct);
        }
        finally
        {
            if (asked.IsFaulted) known.TryRemove(new(hookId, kept)); // a failure is not remembered
        }
    }

    Known Renew(string provider, string hookId, DateTimeOffset now)
    {
        if (known.Count >= Most) known.Clear();
        return known.AddOrUpdate(hookId, _ => Fresh(), (_, old) => old.Until > now ? old : Fresh());

        Known Fresh() => new(now + Remembered, new(() => Ask(provider, hookId)));
    }

    // For all who wait, so no one of them can cancel it.
    async Task<FindHook.Owner?> Ask(string provider, string hookId)
    {
        var owner = (await dispatch.As(Caller.Nobody, d => d.Send(new FindHook(provider, hookId), CancellationToken.None))).OrThrow();
        if (owner is not null) listening.GetOrAdd(owner.Tenant, Listen);
        return owner;
    }

    // The entries of others are forgotten with it: settings change rarely, and asking again is cheap.
    IDisposable Listen(TenantId tenant) => notices.Listen(tenant, Changes, _ => known.Clear());

    sealed record Known(DateTimeOffset Until, Lazy<Task<FindHook.Owner?>> Owner);
}
