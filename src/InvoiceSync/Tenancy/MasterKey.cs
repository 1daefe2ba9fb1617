using System.Text;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>The 256-bit key that wraps every tenant's data key. It comes from configuration or a key file, never from the database.</summary>
public sealed class MasterKey(string id, byte[] bytes)
{
    public string Id => id;

    internal ReadOnlySpan<byte> Bytes => bytes.Length == 32 ? bytes : throw new ArgumentException("The master key must be 32 bytes, base64 encoded.");

    /// <summary>Seals a secret of the platform itself, which belongs to no tenant.</summary>
    public string Seal(string purpose, string secret) =>
        Convert.ToBase64String(Sealing.Seal(Bytes, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(purpose)));

    public string Open(string purpose, string box) =>
        Encoding.UTF8.GetString(Sealing.Open(Bytes, Convert.FromBase64String(box), Encoding.UTF8.GetBytes(purpose)));

    public override string ToString() => $"master key {id}";
}
