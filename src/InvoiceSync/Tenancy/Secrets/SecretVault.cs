using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy.Secrets;

/// <summary>
/// Envelope encryption for a tenant's secrets: a data key per tenant, wrapped by the master key. What is sealed for one
/// tenant and purpose opens for no other.
/// </summary>
sealed class SecretVault(InvoiceSyncDb db, MasterKey master, TimeProvider time)
{
    static readonly Error Unreadable = Error.Unavailable("secret.unreadable", "A kept secret cannot be read with the present master key. Restore the key or enter the secret again.");

    public async Task<string> Seal(string purpose, string secret, CancellationToken ct)
    {
        var (id, key) = await Newest(ct);
        var box = Sealing.Seal(key, Encoding.UTF8.GetBytes(secret), Context(purpose));
        return $"{id:N}.{Convert.ToBase64String(box)}";
    }

    public async Task<string> Open(string purpose, string text, CancellationToken ct)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        Rule.Require(dot == 32, Unreadable);
        Rule.Require(Guid.TryParseExact(text[..dot], "N", out var id), Unreadable);
        var row = Rule.Found(await db.VaultKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct), Unreadable);
        try
        {
            return Encoding.UTF8.GetString(Sealing.Open(Unwrap(row), Convert.FromBase64String(text[(dot + 1)..]), Context(purpose)));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw new RuleBrokenException(Unreadable);
        }
    }

    async Task<(Guid Id, byte[] Key)> Newest(CancellationToken ct)
    {
        var row = db.VaultKeys.Local.FirstOrDefault() ?? await db.VaultKeys.OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(ct);
        if (row is not null) return (row.Id, Unwrap(row));

        var key = RandomNumberGenerator.GetBytes(32);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        db.Add(new VaultKey { Id = id, MasterKeyId = master.Id, Wrapped = Sealing.Seal(master.Bytes, key, Context("data key")), CreatedAt = time.GetUtcNow() });
        return (id, key);
    }

    byte[] Unwrap(VaultKey row)
    {
        Rule.Require(row.MasterKeyId == master.Id, Unreadable);
        return Sealing.Open(master.Bytes, row.Wrapped, Context("data key"));
    }

    byte[] Context(string purpose) => Encoding.UTF8.GetBytes($"{db.Scope.Tenant?.Value:N}:{purpose}");
}
