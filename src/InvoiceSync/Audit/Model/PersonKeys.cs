using System.Collections.Concurrent;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>The keys of the people who act now, kept for a minute; so long an erasure takes to reach every node.</summary>
sealed class PersonKeys(IPersonKeyStore store, TimeProvider time)
{
    const int Most = 10_000;
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(TenantId, string), (byte[]? Key, DateTimeOffset Until)> kept = new();

    public async ValueTask<IReadOnlyDictionary<string, byte[]?>> Of(TenantId tenant, IReadOnlyCollection<string> subjects, bool make, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var keys = new Dictionary<string, byte[]?>();
        var missing = new List<string>();
        foreach (var subject in subjects)
            if (kept.TryGetValue((tenant, subject), out var one) && one.Until > now) keys[subject] = one.Key;
            else missing.Add(subject);
        if (missing.Count == 0) return keys;

        if (kept.Count > Most) kept.Clear();
        foreach (var (subject, key) in await store.Find(tenant, missing, make, ct))
        {
            kept[(tenant, subject)] = (key, now + Fresh);
            keys[subject] = key;
        }

        return keys;
    }

    public void Forget(TenantId tenant, string subject) => kept.TryRemove((tenant, subject), out _);
}
