using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>The secrets of sign-in connections, to be sealed again after a new data key.</summary>
sealed class SsoSecretKeeper(InvoiceSyncDb db) : IKeepSecrets
{
    public async Task<IReadOnlyList<KeptSecret>> All(CancellationToken ct) =>
        [.. (await db.SsoConnections.OrderBy(c => c.Id).ToListAsync(ct)).SelectMany(Of)];

    static IEnumerable<KeptSecret> Of(SsoConnection connection) => connection.Secrets.Select(secret => new KeptSecret(
        SsoSecrets.Purpose(connection.Id, secret.Key), secret.Value, again => connection.Secrets = new Dictionary<string, string>(connection.Secrets) { [secret.Key] = again }));
}
