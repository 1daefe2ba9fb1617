using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>
/// The 256-bit key that wraps every tenant's data key. It comes from configuration or a key file, never from the database.
/// While it is exchanged the older ones are there too: they open what they sealed, the present one seals.
/// </summary>
public sealed class MasterKey(string id, byte[] bytes, IReadOnlyDictionary<string, byte[]>? older = null)
{
    readonly IReadOnlyDictionary<string, byte[]> older = older ?? new Dictionary<string, byte[]>();

    public string Id => id;

    public bool HasOlder => older.Count > 0;

    internal ReadOnlySpan<byte> Bytes => Whole(bytes);

    /// <summary>Seals a secret of the platform itself, which belongs to no tenant.</summary>
    public string Seal(string purpose, string secret) =>
        $"{id}.{Convert.ToBase64String(Sealing.Seal(Bytes, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(purpose)))}";

    public string Open(string purpose, string box)
    {
        var dot = box.LastIndexOf('.');
        return Encoding.UTF8.GetString(dot < 0 ? OpenUnnamed(purpose, box) : Sealing.Open(Find(box[..dot]), Convert.FromBase64String(box[(dot + 1)..]), Encoding.UTF8.GetBytes(purpose)));
    }

    /// <summary>Whether the present key sealed it; otherwise it is to be sealed again.</summary>
    public bool Sealed(string box) => box.StartsWith($"{id}.", StringComparison.Ordinal);

    public override string ToString() => $"master key {id}";

    /// <summary>Thirty-two bytes that only a holder of this key can work out, for one purpose and one thing.</summary>
    internal byte[] Derive(string keyId, string purpose, ReadOnlySpan<byte> about) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Find(keyId).ToArray(), 32, info: [.. Encoding.UTF8.GetBytes(purpose), 0, .. about]);

    internal bool Knows(string keyId) => keyId == id || older.ContainsKey(keyId);

    internal ReadOnlySpan<byte> Find(string keyId) =>
        keyId == id ? Bytes : older.TryGetValue(keyId, out var old) ? Whole(old) : throw new CryptographicException($"The master key {keyId} is not here.");

    // Boxes from before there was a second key do not say which one sealed them.
    byte[] OpenUnnamed(string purpose, string box)
    {
        var sealedBytes = Convert.FromBase64String(box);
        foreach (var key in older.Values)
        {
            try
            {
                return Sealing.Open(Whole(key), sealedBytes, Encoding.UTF8.GetBytes(purpose));
            }
            catch (AuthenticationTagMismatchException)
            {
                // Another one's.
            }
        }

        return Sealing.Open(Bytes, sealedBytes, Encoding.UTF8.GetBytes(purpose));
    }

    static ReadOnlySpan<byte> Whole(byte[] key) => key.Length == 32 ? key : throw new ArgumentException("The master key must be 32 bytes, base64 encoded.");
}
