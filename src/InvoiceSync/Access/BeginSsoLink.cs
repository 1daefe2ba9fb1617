using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Begins to tie the caller's own account to theirs at the company's provider: the answer is the local address to send the browser to.</summary>
[Requires("self")]
[StepUp]
public sealed record BeginSsoLink(SsoConnectionId Connection) : ICommand<string>
{
    internal sealed class Handler(InvoiceSyncDb db, SsoIntents intents, CallerHolder who) : IHandle<BeginSsoLink, string>
    {
        public async Task<string> Handle(BeginSsoLink command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.Connection && c.Enabled, ct), SsoErrors.ConnectionNotFound);
            return SsoIntents.AddressOf(connection.Slug, intents.Begin(db, connection.Id, SsoIntent.Link, Person.Of(who.Caller).Value));
        }
    }
}
