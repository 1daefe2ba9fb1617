using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Begins to show, at the company's provider, that the caller still sits there: the answer is the local address to send the browser to.</summary>
[Requires("self")]
public sealed record BeginSsoProof(SsoConnectionId Connection) : ICommand<string>
{
    internal sealed class Handler(InvoiceSyncDb db, SsoIntents intents, CallerHolder who) : IHandle<BeginSsoProof, string>
    {
        public async Task<string> Handle(BeginSsoProof command, CancellationToken ct)
        {
            var person = Person.Of(who.Caller).Value;
            Rule.Require(Ids.TryParse<SessionId>(who.Caller.Session, out var session), AccessErrors.NotAPerson);
            var connection = Rule.Found(await db.SsoConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.Connection && c.Enabled, ct), SsoErrors.ConnectionNotFound);
            return SsoIntents.AddressOf(connection.Slug, intents.Begin(db, connection.Id, SsoIntent.Prove, person, session)) + "&fresh=true";
        }
    }
}
