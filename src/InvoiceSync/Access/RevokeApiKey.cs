using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Ends an API key at once.</summary>
[Requires("integration.manage")]
public sealed record RevokeApiKey(ApiKeyId Key) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RevokeApiKey, Done>
    {
        public async Task<Done> Handle(RevokeApiKey command, CancellationToken ct)
        {
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), AccessErrors.KeyNotFound);
            key.RevokedAt = time.GetUtcNow();
            return default;
        }
    }
}
