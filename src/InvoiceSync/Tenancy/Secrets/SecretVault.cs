using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy.Secrets;

/// <summary>
/// Envelope encryption for a tenant's secrets: data keys per tenant, wrapped by the master key. A sealed text begins with the id
/// of its data key. What is sealed for one tenant and purpose opens for no other.
/// </summary>
sealed class SecretVault(InvoiceSyncDb db, MasterKey master, TimeProvider time)
{
    static readonly Error Unreadable = Error.Unavailable("secret.unreadable", "A kept secret cannot be read with the present master key. Restore the key or enter the secret again.");

    public async Task<string> Seal(string purpose, string secret, CancellationToken ct)
    {
        var (id, key) = await Newest(ct) ?? Make();
        var box = Sealing.Seal(key, Encoding.UTF8.GetBytes(secret), Context(purpose));
        return $"{id:N}.{Convert.ToBase64String(box)}";
    }

    public async Task<string> Open(string purpose, string text, CancellationToken ct)
    {
        Rule.Require(KeyOf(text) is not null, Unreadable);
        var id = KeyOf(text);
        var row = Rule.Found(await db.VaultKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct), Unreadable);
        try
        {
            return Encoding.UTF8.GetString(Sealing.Open(Unwrap(row), Convert.FromBase64String(text[33..]), Context(purpose)));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw new RuleBrokenException(Unreadable);
        }
    }

    /// <summary>A new data key; everything sealed from now on is sealed with it.</summary>
    public Guid Renew() => Make().Id;

    /// <summary>Wraps the tenant's data keys again that another than the present master key wraps.</summary>
    public async Task<int> Rewrap(CancellationToken ct)
    {
        var old = await db.VaultKeys.Where(k => k.MasterKeyId != master.Id).ToListAsync(ct);
        foreach (var row in old.Where(k => master.Knows(k.MasterKeyId)))
            (row.Wrapped, row.MasterKeyId) = (Sealing.Seal(master.Bytes, Unwrap(row), Context("data key")), master.Id);
        return old.Count;
    }

    /// <summary>The data key a sealed text names; null when it is none.</summary>
    public static Guid? KeyOf(string text) => text.Length > 33 && text[32] == '.' && Guid.TryParseExact(text[..32], "N", out var id) ? id : null;

    async Task<(Guid Id, byte[] Key)?> Newest(CancellationToken ct)
    {
        // One that was made in this unit of work is not in the database yet.
        var made = db.ChangeTracker.Entries<VaultKey>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).MaxBy(k => k.CreatedAt);
        var row = made ?? await db.VaultKeys.OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(ct);
        return row is null ? null : (row.Id, Unwrap(row));
    }

    (Guid Id, byte[] Key) Make()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        db.Add(new VaultKey { Id = id, MasterKeyId = master.Id, Wrapped = Sealing.Seal(master.Bytes, key, Context("data key")), CreatedAt = time.GetUtcNow() });
        return (id, key);
    }

    byte[] Unwrap(VaultKey row)
    {
        Rule.Require(master.Knows(row.MasterKeyId), Unreadable);
        return Sealing.Open(master.Find(row.MasterKeyId), row.Wrapped, Context("data key"));
    }

    byte[] Context(string purpose) => Encoding.UTF8.GetBytes($"{db.Scope.Tenant?.Value:N}:{purpose}");
}
