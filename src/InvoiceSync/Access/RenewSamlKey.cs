using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Makes our key towards a SAML provider, or the next one. The key before still opens what is on its way; the provider has
/// to be given our metadata again.
/// </summary>
[Requires("settings.manage")]
public sealed record RenewSamlKey(SsoConnectionId Connection) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, SsoSecrets secrets, CallerHolder who, TimeProvider time) : IHandle<RenewSamlKey, Done>
    {
        public async Task<Done> Handle(RenewSamlKey command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            Rule.Require(connection.Kind == SsoKind.Saml, SamlErrors.NotSaml);
            var renewed = SamlKeys.Renew(connection, SamlKeys.Of(await secrets.Open(connection, ct)), time.GetUtcNow());
            connection.Set(renewed.Settings);
            connection.Secrets = await secrets.Seal(who.Caller.Tenant, connection, renewed.Secrets, ct);
            return default;
        }
    }
}
