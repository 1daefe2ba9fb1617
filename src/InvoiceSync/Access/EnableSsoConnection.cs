using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Lets the company's people sign in by this connection.</summary>
[Requires("settings.manage")]
public sealed record EnableSsoConnection(SsoConnectionId Connection) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<EnableSsoConnection, Done>
    {
        public async Task<Done> Handle(EnableSsoConnection command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            connection.Enabled = true;
            return default;
        }
    }
}
