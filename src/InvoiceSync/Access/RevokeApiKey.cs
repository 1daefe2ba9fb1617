using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Ends an API key and every token it got, at once and for ever.</summary>
[Requires("integration.manage")]
public sealed record RevokeApiKey(ApiKeyId Key) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RevokeApiKey, Done>
    {
        public async Task<Done> Handle(RevokeApiKey command, CancellationToken ct)
        {
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            key.Revoke(time.GetUtcNow());
            return default;
        }
    }
}
