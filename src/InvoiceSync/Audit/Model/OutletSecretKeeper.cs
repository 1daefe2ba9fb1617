using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>The tokens of outlets, to be sealed again after a new data key.</summary>
sealed class OutletSecretKeeper(InvoiceSyncDb db) : IKeepSecrets
{
    public async Task<IReadOnlyList<KeptSecret>> All(CancellationToken ct) =>
        [.. (await db.Outlets.OrderBy(o => o.Id).ToListAsync(ct)).SelectMany(Of)];

    static IEnumerable<KeptSecret> Of(Outlet outlet) => outlet.Secrets.Select(secret => new KeptSecret(
        outlet.Purpose, secret.Value, again => outlet.Secrets = new(outlet.Secrets) { [secret.Key] = again }));
}
