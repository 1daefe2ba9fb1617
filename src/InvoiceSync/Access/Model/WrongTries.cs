using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>Wrong tries by network, on all nodes together. What is older than an hour is swept away by whoever adds one.</summary>
sealed class WrongTries(InvoiceSyncDb db, AccessOptions options, TimeProvider time)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public async Task<bool> AreTooMany(string? address, CancellationToken ct)
    {
        if (Network.Of(address ?? "") is not { Length: > 0 } network) return false;
        var since = time.GetUtcNow() - Window;
        return await db.FailedTries.CountAsync(t => t.Network == network && t.At > since, ct) >= options.TriesPerAddress;
    }

    public async Task Count(string? address, CancellationToken ct)
    {
        if (Network.Of(address ?? "") is not { Length: > 0 } network) return;
        var now = time.GetUtcNow();
        db.Add(new FailedTry { Id = Guid.CreateVersion7(now), Network = network, At = now });
        if (now.Second == 0) await db.FailedTries.Where(t => t.At < now - Kept).ExecuteDeleteAsync(ct);
    }
}
