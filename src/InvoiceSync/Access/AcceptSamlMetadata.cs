using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Lets the changes count that a SAML provider's metadata has shown, above all its new certificates.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record AcceptSamlMetadata(SsoConnectionId Connection) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<AcceptSamlMetadata, Done>
    {
        public async Task<Done> Handle(AcceptSamlMetadata command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            Rule.Require(SamlSuggestion.IsIn(connection.Settings), SamlErrors.NothingWaits);
            connection.AcceptSuggestion();
            return default;
        }
    }
}
