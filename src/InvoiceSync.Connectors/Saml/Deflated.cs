using System.IO.Compression;
using System.Text;

namespace InvoiceSync.Connectors.Saml;

/// <summary>DEFLATE without a header, as the redirect binding has it. Opening stops at 64 KB: a kilobyte can unfold into a gigabyte.</summary>
static class Deflated
{
    const int Most = 64 * 1024;

    public static byte[] Open(byte[] packed)
    {
        try
        {
            using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var plain = new byte[Most + 1];
            var length = inflate.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            SamlRefusedException.Unless(length <= Most, SamlFault.TooLarge);
            return plain[..length];
        }
        catch (InvalidDataException)
        {
            throw new SamlRefusedException(SamlFault.NotDeflated);
        }
    }

    public static byte[] Pack(string xml)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(Encoding.UTF8.GetBytes(xml));
        return packed.ToArray();
    }
}
