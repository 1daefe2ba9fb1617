using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Makes a sign-in connection to the company's own identity provider, switched off. Its slug is in the addresses the provider is told.</summary>
[Requires("settings.manage")]
public sealed record CreateSsoConnection(
    SsoKind Kind,
    string Name,
    IReadOnlyDictionary<string, string>? Settings = null,
    IReadOnlyDictionary<string, string>? Secrets = null) : ICommand<SsoConnectionId>
{
    public override string ToString() => $"CreateSsoConnection {{ Kind = {Kind} }}";

    internal sealed class Handler(InvoiceSyncDb db, SsoSecrets secrets, CallerHolder who, TimeProvider time) : IHandle<CreateSsoConnection, SsoConnectionId>
    {
        public async Task<SsoConnectionId> Handle(CreateSsoConnection command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var connection = new SsoConnection(time.New<SsoConnectionId>(), command.Kind, now);
            connection.Rename(command.Name);
            connection.Set(command.Settings ?? new Dictionary<string, string>());
            connection.Secrets = await secrets.Seal(who.Caller.Tenant, connection, command.Secrets ?? new Dictionary<string, string>(), ct);
            if (command.Kind == SsoKind.Saml)
            {
                var key = SamlKeys.Renew(connection, null, now);
                connection.Set(key.Settings);
                connection.Secrets = await secrets.Seal(who.Caller.Tenant, connection, key.Secrets, ct);
            }

            db.Add(connection);
            return connection.Id;
        }
    }
}
