using System.Collections.Concurrent;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// Keeps each company's calls to a provider that fails from piling up, on all nodes together. A healthy provider is believed
/// healthy for some seconds, and its successes are noted now and then: a thousand good calls must not cost a thousand writes.
/// </summary>
sealed class ProviderWatch(ScopedDispatch dispatch, TimeProvider time)
{
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);
    static readonly TimeSpan NotedEvery = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<(TenantId Tenant, string Provider), Known> known = new();

    sealed record Known(DateTimeOffset LookedAt, DateTimeOffset? NotedAt, bool IsShaky);

    /// <summary>Null when the call may be made.</summary>
    public async Task<DateTimeOffset?> RestsUntil(TenantId tenant, string provider, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue((tenant, provider), out var last) && !last.IsShaky && now < last.LookedAt + Believed) return null;
        // Whoever cannot look may call: a busy database says nothing of the provider.
        if (await As(tenant, new MayCallProvider(provider), ct) is not { IsOk: true } looked) return null;
        var rest = looked.OrThrow();
        known[(tenant, provider)] = new(now, last?.NotedAt, rest.IsShaky);
        return rest.Until;
    }

    public async Task Note(TenantId tenant, string provider, string? trouble, bool isTest, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var last = known.GetValueOrDefault((tenant, provider));
        if (trouble is null && last is { IsShaky: false, NotedAt: { } noted } && now < noted + NotedEvery) return;

        // Who was overtaken by another node notes once more; after that the other's word stands.
        var noting = await As(tenant, new NoteProviderCall(provider, trouble, isTest), ct);
        if (noting.Error is { Kind: ErrorKind.Conflict }) noting = await As(tenant, new NoteProviderCall(provider, trouble, isTest), ct);
        known[(tenant, provider)] = new(now, noting.IsOk && trouble is null ? now : last?.NotedAt, !noting.IsOk || noting.OrThrow().IsShaky);
    }

    Task<Result<ProviderRest>> As(TenantId tenant, ICommand<ProviderRest> command, CancellationToken ct) =>
        dispatch.As(Caller.System(tenant, "system"), d => d.Send(command, ct));
}
