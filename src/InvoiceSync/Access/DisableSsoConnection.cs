using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Stops signing in by this connection and ends the sessions it opened.</summary>
[Requires("settings.manage")]
public sealed record DisableSsoConnection(SsoConnectionId Connection) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<DisableSsoConnection, Done>
    {
        public async Task<Done> Handle(DisableSsoConnection command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            var isRequired = await db.EntryRules.AnyAsync(r => r.Mode == SsoMode.Required, ct);
            Rule.Require(!isRequired || await db.SsoConnections.AnyAsync(c => c.Id != connection.Id && c.Enabled && c.ProvedAt != null, ct), EntryErrors.LastDoor);
            connection.Enabled = false;
            (await dispatcher.Send(new EndSsoSessions(connection.Id), ct)).OrThrow();
            return default;
        }
    }
}
