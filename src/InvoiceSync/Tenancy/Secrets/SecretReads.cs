using System.Collections.Concurrent;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tenancy.Secrets;

/// <summary>
/// Sees to it that the audit log tells of secrets being read before they are given: one entry for each holder, reader and
/// hour, however many calls need them in it.
/// </summary>
sealed class SecretReads(ScopedDispatch dispatch, TimeProvider time)
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<(TenantId Tenant, string Holder, string Reader), DateTimeOffset> noted = new();

    public async Task Note(TenantId tenant, string holder, string reader, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (noted.TryGetValue((tenant, holder, reader), out var last) && last == hour) return;

        var answer = await dispatch.As(Caller.System(tenant, reader), d => d.Send(new NoteSecretRead(holder, hour), ct));
        // Another node wrote it in the same moment: then it is written.
        if (answer.Error is not { Code: "row.duplicated" }) answer.OrThrow();
        if (noted.Count >= Most) noted.Clear();
        noted[(tenant, holder, reader)] = hour;
    }
}
