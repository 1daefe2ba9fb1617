using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy.Model;
using InvoiceSync.Tenancy.Secrets;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>A link with its secrets opened, for our own background work alone: no role holds this permission. The audit log hears of it first.</summary>
[Requires("connections.open")]
public sealed record OpenConnection(string Provider) : IQuery<OpenConnection.Opened>
{
    public sealed record Opened(
        ConnectionId Id,
        TenantId Tenant,
        TenantMode Mode,
        bool Live,
        string? AccountId,
        string? EventsCursor,
        IReadOnlyDictionary<string, string> Settings,
        IReadOnlyDictionary<string, string> Secrets,
        DateTimeOffset? AccessUntil)
    {
        public override string ToString() => $"connection {Id}";
    }

    internal sealed class Handler(InvoiceSyncDb db, SecretVault vault, SecretReads reads, CallerHolder who) : IHandle<OpenConnection, Opened>
    {
        public async Task<Opened> Handle(OpenConnection query, CancellationToken ct)
        {
            var connection = Rule.Found(
                await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Provider == query.Provider, ct), TenancyErrors.ConnectionMissing);
            var mode = await db.Tenants.Where(t => t.Id == connection.TenantId).Select(t => t.Mode).SingleAsync(ct);
            if (connection.Secrets.Count > 0) await reads.Note(connection.TenantId, connection.Id.ToString(), who.Caller.Actor, ct);
            var secrets = new Dictionary<string, string>();
            foreach (var (name, text) in connection.Secrets) secrets[name] = await vault.Open($"{query.Provider}:{name}", text, ct);
            return new(
                connection.Id, connection.TenantId, mode, connection.Live, connection.AccountId, connection.EventsCursor,
                connection.Settings, secrets, connection.AccessUntil);
        }
    }
}
