using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// From the bytes of a response to the two elements that may be believed. Order is the point: shape, then signature, then
/// decryption, and after each signature only what it covered is read on.
/// </summary>
sealed class ResponseProof(IReadOnlyList<X509Certificate2> certificates, IReadOnlyList<byte[]> decryptionKeys, SignaturePolicy policy)
{
    readonly SignatureCheck check = new(certificates, policy);

    public sealed record Proven(XmlElement Response, XmlElement Assertion);

    public Proven Prove(byte[] bytes)
    {
        var root = StrictXml.Read(bytes).DocumentElement!;
        MessageShape.Check(root);
        var carried = MessageShape.AssertionIn(root);
        var isSigned = MessageShape.SignatureOf(root) is not null;
        var response = isSigned ? check.Signed(root) : root;
        // The copy that was signed must hold the same single assertion: it is the one to read.
        var inside = MessageShape.AssertionIn(response);
        if (carried.LocalName == "EncryptedAssertion") return new(response, Opened(inside, isSigned));

        var ownSignature = MessageShape.SignatureOf(carried) is not null;
        SamlRefusedException.Unless(isSigned || ownSignature, SamlFault.NotSigned);
        return new(response, ownSignature ? check.Signed(carried) : inside);
    }

    // Anybody can encrypt for us: what was in the box is believed only for a signature on the box or on the content.
    XmlElement Opened(XmlElement encrypted, bool isSigned)
    {
        var assertion = EncryptedAssertion.Open(encrypted, decryptionKeys);
        var ownSignature = MessageShape.SignatureOf(assertion) is not null;
        SamlRefusedException.Unless(isSigned || ownSignature, SamlFault.NotSigned);
        return ownSignature ? check.Signed(assertion) : assertion;
    }
}
