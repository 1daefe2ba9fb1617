using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Changes a sign-in connection. What is null stays; of settings and secrets, those not named stay and empty ones are
/// forgotten. The group map is replaced whole, together with the default role (null gives none).
/// </summary>
[Requires("settings.manage")]
[StepUp]
public sealed record UpdateSsoConnection(
    SsoConnectionId Connection,
    string? Name = null,
    IReadOnlyDictionary<string, string>? Settings = null,
    IReadOnlyDictionary<string, string>? Secrets = null,
    UpdateSsoConnection.RoleMap? Roles = null,
    IReadOnlyDictionary<string, string>? Attributes = null) : ICommand<Done>
{
    public sealed record RoleMap(IReadOnlyList<SsoGroupRole> Groups, string? DefaultRole);

    public override string ToString() => $"UpdateSsoConnection {{ Connection = {Connection} }}";

    internal sealed class Handler(InvoiceSyncDb db, SsoSecrets secrets, CallerHolder who) : IHandle<UpdateSsoConnection, Done>
    {
        public async Task<Done> Handle(UpdateSsoConnection command, CancellationToken ct)
        {
            var connection = Rule.Found(await db.SsoConnections.SingleOrDefaultAsync(c => c.Id == command.Connection, ct), SsoErrors.ConnectionNotFound);
            if (command.Name is { } name) connection.Rename(name);
            if (command.Settings is { } settings) connection.Set(settings);
            if (command.Secrets is { } given) connection.Secrets = await secrets.Seal(who.Caller.Tenant, connection, given, ct);
            if (command.Roles is { } roles) await Map(connection, roles, ct);
            if (command.Attributes is { } attributes) connection.Read(attributes);
            return default;
        }

        // One's own role may be made of anything, an owner's too: that one no provider gives either.
        async Task Map(SsoConnection connection, RoleMap map, CancellationToken ct)
        {
            connection.Map(map.Groups, map.DefaultRole);
            var own = await db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Id.ToString(), ct);
            foreach (var role in map.Groups.Select(g => g.Role).Append(map.DefaultRole).OfType<string>())
                Rule.Require((own.ContainsKey(role) || Access.Roles.Exists(role)) && !Entitlement.Of([role], own).Permissions.Contains("billing.manage"), SsoErrors.RoleNotMappable);
        }
    }
}
