using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Keeps changed metadata waiting for an administrator; true when it is news. Sent by the nightly look alone.</summary>
[Requires("settings.manage")]
sealed record SuggestSamlMetadata(SsoConnectionId Connection, IReadOnlyDictionary<string, string> Settings) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SuggestSamlMetadata, bool>
    {
        public async Task<bool> Handle(SuggestSamlMetadata command, CancellationToken ct) =>
            Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound).Suggest(command.Settings);
    }
}
