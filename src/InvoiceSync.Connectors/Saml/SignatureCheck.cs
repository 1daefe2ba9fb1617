using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// Verifies an enveloped signature against the certificates an administrator configured (KeyInfo is never read) and gives
/// back the signed bytes, read anew. Whoever reads on reads what was signed and nothing else.
/// </summary>
sealed class SignatureCheck(IReadOnlyList<X509Certificate2> certificates, SignaturePolicy policy)
{
    public XmlElement Signed(XmlElement element)
    {
        var signature = MessageShape.SignatureOf(element);
        SamlRefusedException.Unless(signature is not null, SamlFault.NotSigned);
        var id = element.Plain("ID");
        SamlRefusedException.Unless(!string.IsNullOrEmpty(id), SamlFault.ReferenceUri);

        var (written, value) = Parts(signature!);
        var claimed = SignedInfo.Read(written, id!, policy);
        var infoBytes = Canonical.Of(written, claimed.OwnPrefixes);
        Verify(infoBytes, value, claimed.Method, certificates, policy);

        // From here on only the verified bytes speak, about the digest as well (CVE-2024-45409).
        var proven = SignedInfo.Read(StrictXml.Read(infoBytes).DocumentElement!, id!, policy);
        var content = Canonical.Of(element, proven.ContentPrefixes, withoutSignature: true);
        SamlRefusedException.Unless(
            CryptographicOperations.FixedTimeEquals(CryptographicOperations.HashData(proven.DigestHash, content), proven.Digest),
            SamlFault.DigestMismatch);
        return StrictXml.Read(content).DocumentElement!;
    }

    static (XmlElement Info, byte[] Value) Parts(XmlElement signature)
    {
        SamlRefusedException.Unless(signature.Named("SignedInfo", SamlNames.Signature).Count() == 1, SamlFault.SeveralSignedInfos);
        var withKey = signature.Children.Count() == 3;
        var parts = SignedInfo.Exactly(signature, SamlFault.SignatureShape, withKey ? ["SignedInfo", "SignatureValue", "KeyInfo"] : ["SignedInfo", "SignatureValue"]);
        return (parts[0], SignedInfo.Bytes(parts[1], SamlFault.SignatureShape));
    }

    public static void Verify(byte[] data, byte[] value, SignatureMethod method, IReadOnlyList<X509Certificate2> certificates, SignaturePolicy policy)
    {
        var found = certificates.Select(certificate => method.Check(certificate, data, value, policy.LeastRsaBits)).ToList();
        if (found.Contains(true)) return;
        throw new SamlRefusedException(found.TrueForAll(verdict => verdict is null) ? SamlFault.NoStrongKey : SamlFault.SignatureMismatch);
    }
}
