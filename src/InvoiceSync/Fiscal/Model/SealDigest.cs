using System.Security.Cryptography;
using System.Xml;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// Whether a detached seal is that of a document: its digest must be the one of the bytes. A seal over a canonical form
/// cannot be told so and is neither right nor wrong; only the authority judges its signature.
/// </summary>
static class SealDigest
{
    const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    public static bool? Fits(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> seal)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(seal.ToArray(), writable: false), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var (isSha256, isTransformed) = (false, false);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "Transform") isTransformed = true;
                if (reader.LocalName == "DigestMethod") isSha256 = reader.GetAttribute("Algorithm") == Sha256;
                if (reader.LocalName != "DigestValue") continue;
                if (!isSha256 || isTransformed) return null;
                return Same(reader.ReadElementContentAsString(), document.Span);
            }
        }
        catch (XmlException)
        {
            return false;
        }

        return null;
    }

    static bool Same(string digest, ReadOnlySpan<byte> document)
    {
        Span<byte> stated = stackalloc byte[64];
        return Convert.TryFromBase64String(digest.Trim(), stated, out var length) && stated[..length].SequenceEqual(SHA256.HashData(document));
    }
}
