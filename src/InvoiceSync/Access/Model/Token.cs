using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Access.Model;

/// <summary>Random 256-bit secrets that are shown once, and the hash we keep of them.</summary>
static class Token
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
