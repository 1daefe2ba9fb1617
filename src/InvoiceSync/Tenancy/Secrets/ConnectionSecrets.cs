using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy.Secrets;

/// <summary>The secrets of the links to outside systems.</summary>
sealed class ConnectionSecrets(InvoiceSyncDb db) : IKeepSecrets
{
    public async Task<IReadOnlyList<KeptSecret>> All(CancellationToken ct) =>
        [.. (await db.Connections.OrderBy(c => c.Provider).ToListAsync(ct)).SelectMany(Of)];

    static IEnumerable<KeptSecret> Of(Connection connection) => connection.Secrets.Select(secret => new KeptSecret(
        $"{connection.Provider}:{secret.Key}", secret.Value, again => connection.Secrets = new(connection.Secrets) { [secret.Key] = again }));
}
