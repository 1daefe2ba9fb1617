using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using InvoiceSync.Tenancy.Secrets;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>How the company's secrets are kept: its data keys, newest first, how many secrets each seals, and which master key wraps it.</summary>
[Requires("settings.manage")]
public sealed record GetSecretState : IQuery<GetSecretState.View>
{
    /// <summary>Done of All secrets are under the newest key.</summary>
    public sealed record View(int All, int Done, string MasterKeyId, IReadOnlyList<DataKey> Keys)
    {
        public bool IsFinished => Done == All && Keys.All(k => k.MasterKeyId == MasterKeyId);
    }

    public sealed record DataKey(string Id, DateTimeOffset CreatedAt, int Secrets, string MasterKeyId);

    internal sealed class Handler(InvoiceSyncDb db, MasterKey master, IEnumerable<IKeepSecrets> keepers) : IHandle<GetSecretState, View>
    {
        public async Task<View> Handle(GetSecretState query, CancellationToken ct)
        {
            var keys = await db.VaultKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
            var sealedBy = new List<Guid?>();
            foreach (var keeper in keepers) sealedBy.AddRange((await keeper.All(ct)).Select(s => SecretVault.KeyOf(s.Sealed)));
            // The random end of a UUIDv7 tells two of one second apart, and is no secret.
            return new(
                sealedBy.Count, keys.Count == 0 ? 0 : sealedBy.Count(id => id == keys[0].Id), master.Id,
                [.. keys.Select(k => new DataKey(k.Id.ToString("N")[^8..], k.CreatedAt, sealedBy.Count(id => id == k.Id), k.MasterKeyId))]);
        }
    }
}
