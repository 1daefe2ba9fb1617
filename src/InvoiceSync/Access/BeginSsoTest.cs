using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Begins a test sign-in: the answer is the local address to send the browser to. An owner's passed test proves the connection.</summary>
[Requires("settings.manage")]
public sealed record BeginSsoTest(SsoConnectionId Connection) : ICommand<string>
{
    internal sealed class Handler(InvoiceSyncDb db, SsoIntents intents, CallerHolder who) : IHandle<BeginSsoTest, string>
    {
        public async Task<string> Handle(BeginSsoTest command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            return SsoIntents.AddressOf(connection.Slug, intents.Begin(db, connection.Id, SsoIntent.Test, Person.Of(who.Caller).Value));
        }
    }
}
