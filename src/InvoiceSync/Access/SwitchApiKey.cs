using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Puts an API key out of use, or back into it. Its secret stays the same.</summary>
[Requires("integration.manage")]
public sealed record SwitchApiKey(ApiKeyId Key, bool On) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SwitchApiKey, Done>
    {
        public async Task<Done> Handle(SwitchApiKey command, CancellationToken ct)
        {
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            key.Switch(command.On, time.GetUtcNow());
            return default;
        }
    }
}
