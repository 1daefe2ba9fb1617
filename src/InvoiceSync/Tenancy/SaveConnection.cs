using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using InvoiceSync.Tenancy.Secrets;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>
/// Makes or changes the link to a provider. Settings and secrets that are not named stay as they are; an empty secret is
/// forgotten. Secrets are sealed before they reach the database.
/// </summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SaveConnection(
    string Provider,
    bool Live,
    IReadOnlyDictionary<string, string>? Settings = null,
    IReadOnlyDictionary<string, string>? Secrets = null) : ICommand<ConnectionId>
{
    public DateTimeOffset? AccessUntil { get; init; }

    public DateTimeOffset? RenewableUntil { get; init; }

    public override string ToString() => $"SaveConnection {{ Provider = {Provider} }}";

    internal sealed class Handler(InvoiceSyncDb db, SecretVault vault, TimeProvider time) : IHandle<SaveConnection, ConnectionId>
    {
        public async Task<ConnectionId> Handle(SaveConnection command, CancellationToken ct)
        {
            var connection = await db.Connections.SingleOrDefaultAsync(c => c.Provider == command.Provider, ct);
            if (connection is null) db.Add(connection = new Connection(time.New<ConnectionId>(), command.Provider, command.Live));

            connection.Live = command.Live;
            connection.Settings = Merge(connection.Settings, command.Settings ?? new Dictionary<string, string>());
            var secrets = new Dictionary<string, string>();
            foreach (var (name, secret) in command.Secrets ?? new Dictionary<string, string>())
                secrets[name] = secret.Length == 0 ? "" : await vault.Seal($"{command.Provider}:{name}", secret, ct);
            connection.Secrets = Merge(connection.Secrets, secrets);
            connection.AccessUntil = command.AccessUntil ?? connection.AccessUntil;
            connection.RenewableUntil = command.RenewableUntil ?? connection.RenewableUntil;
            if (command.Secrets is not null) connection.NeedsAttention = null;
            return connection.Id;
        }

        static Dictionary<string, string> Merge(Dictionary<string, string> kept, IReadOnlyDictionary<string, string> changes) =>
            kept.Where(k => !changes.ContainsKey(k.Key)).Concat(changes).Where(k => k.Value.Length > 0).ToDictionary();
    }
}
