using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Notes that an API key was used. Not an act of a person, so it leaves no audit row and counts no version.</summary>
[Requires("self")]
public sealed record TouchApiKey(ApiKeyId Key) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<TouchApiKey, Done>
    {
        public async Task<Done> Handle(TouchApiKey command, CancellationToken ct)
        {
            // To the minute is enough: a busy key's calls must not queue up at its row.
            var (now, lately) = (time.GetUtcNow(), time.GetUtcNow() - TimeSpan.FromMinutes(1));
            await db.ApiKeys.Where(k => k.Id == command.Key && (k.LastUsedAt == null || k.LastUsedAt < lately)).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, now), ct);
            return default;
        }
    }
}
