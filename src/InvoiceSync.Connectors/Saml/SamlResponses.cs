using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Connectors.Saml;

/// <summary>The door for what a browser posts at the assertion consumer: from the form field to a proved person, or a reason.</summary>
public static class SamlResponses
{
    public static SamlAnswer<SamlLogin> Read(string field, SamlTerms terms, DateTimeOffset now)
    {
        try
        {
            var proven = new ResponseProof(terms.Certificates, terms.DecryptionKeys, SignaturePolicy.Strict).Prove(Bytes(field));
            var login = LoginRules.Judge(ResponseHead.Read(proven.Response), AssertionFacts.Read(proven.Assertion), terms, now);
            return new SamlAnswer<SamlLogin>.Proved(login);
        }
        catch (SamlRefusedException refused)
        {
            return new SamlAnswer<SamlLogin>.Refused(refused.Fault);
        }
        // Ordinary malformed messages make the framework throw these: a strange key size, a broken signature block.
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return new SamlAnswer<SamlLogin>.Refused(SamlFault.SignatureShape);
        }
    }

    /// <summary>The id of the request that a response says it answers, whoever wrote it: good for nothing but telling the asker that it was refused.</summary>
    public static string? Claimed(string field)
    {
        try
        {
            return StrictXml.Read(Bytes(field)).DocumentElement!.Plain("InResponseTo");
        }
        catch (SamlRefusedException)
        {
            return null;
        }
    }

    // Lines may be wrapped as MIME does; apart from that one text has one encoding.
    internal static byte[] Bytes(string field)
    {
        SamlRefusedException.Unless(field.Length <= StrictXml.MostBytes / 3 * 4 + 4096, SamlFault.TooLarge);
        var text = field.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        SamlRefusedException.Unless(Convert.TryFromBase64String(text, bytes, out var count) && Convert.ToBase64String(bytes, 0, count) == text, SamlFault.NotBase64);
        return bytes[..count];
    }
}
