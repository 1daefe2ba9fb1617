using System.Buffers.Text;
using System.Security.Cryptography;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>
/// The last part of a public address: company, link, and a secret of 192 bits that follows from the link by the master key, so
/// that it can be shown again though nobody keeps it. It says itself behind which fence to look.
/// </summary>
static class LinkToken
{
    const int Ids = 32;
    const int Secret = 24;
    const int Letters = (Ids + Secret + 2) / 3 * 4 - 1;

    static readonly HashSet<string> Opening = ["link.open"];
    static readonly HashSet<string> Reading = ["link.read", "self", "invoice.read", "invoice.read.all"];

    /// <summary>Who has opened a link may read: that one invoice, which the opener named.</summary>
    public static Caller Reader(Caller opener) => opener with { Permissions = Reading };

    public static string Write(MasterKey key, string keyId, TenantId tenant, Guid link)
    {
        var bytes = new byte[Ids + Secret];
        tenant.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        link.TryWriteBytes(bytes.AsSpan(16), bigEndian: true, out _);
        key.Derive(keyId, "invoice-link", bytes.AsSpan(0, Ids)).AsSpan(0, Secret).CopyTo(bytes.AsSpan(Ids));
        return Base64Url.EncodeToString(bytes);
    }

    public static byte[] Hash(string token) => SHA256.HashData(Base64Url.DecodeFromChars(token));

    public static bool TryRead(string text, out Caller within, out Guid link, out byte[] hash)
    {
        (within, link, hash) = (Caller.Nobody, default, []);
        Span<byte> bytes = stackalloc byte[Ids + Secret];
        if (text is not { Length: Letters } || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != bytes.Length) return false;
        within = new(new TenantId(new(bytes[..16], bigEndian: true)), "link", Opening);
        (link, hash) = (new(bytes[16..Ids], bigEndian: true), SHA256.HashData(bytes));
        return true;
    }
}
