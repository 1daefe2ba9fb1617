using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Has every node ask the provider anew for its addresses and keys within seconds: for a provider that lost a key and cannot wait ten minutes.</summary>
[Requires("settings.manage")]
public sealed record RefreshSsoKeys(SsoConnectionId Connection) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RefreshSsoKeys, Done>
    {
        public async Task<Done> Handle(RefreshSsoKeys command, CancellationToken ct)
        {
            // The new version is what makes the nodes forget.
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            connection.KeysRefreshedAt = time.GetUtcNow();
            return default;
        }
    }
}
