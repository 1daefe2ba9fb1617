using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>
/// The shape of the ministry's detached signature. The digest is that of the file; the value is made by nobody's key and
/// says so, because a practice receipt must never pass for a real one.
/// </summary>
static class MinistrySignature
{
    static readonly string Value = Convert.ToBase64String("practice world, not a signature"u8);

    public static byte[] Over(byte[] file, DateTimeOffset now) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
        <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>{Convert.ToBase64String(SHA256.HashData(file))}</DigestValue></Reference></SignedInfo><SignatureValue>{Value}</SignatureValue><KeyInfo><KeyName>practice world {now:yyyy-MM-dd}</KeyName></KeyInfo></Signature>
        """);

    /// <summary>Whether a seal is one of ours and names the digest of this file.</summary>
    public static bool Covers(byte[] file, byte[] seal)
    {
        var text = Encoding.UTF8.GetString(seal);
        return text.Contains($"<DigestValue>{Convert.ToBase64String(SHA256.HashData(file))}</DigestValue>", StringComparison.Ordinal)
            && text.Contains(Value, StringComparison.Ordinal);
    }
}
