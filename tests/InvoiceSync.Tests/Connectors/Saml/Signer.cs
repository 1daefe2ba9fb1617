using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Signs as the framework does it, so that our own reading of signatures is held against another hand's writing.</summary>
sealed record Signer
{
    public X509Certificate2 Certificate { get; init; } = Keys.Idp;

    public string SignatureMethod { get; init; } = SignedXml.XmlDsigRSASHA256Url;

    public string DigestMethod { get; init; } = SignedXml.XmlDsigSHA256Url;

    public string Canonicalization { get; init; } = SignedXml.XmlDsigExcC14NTransformUrl;

    public Func<string, string> Uri { get; init; } = id => "#" + id;

    public Func<Transform[]> Transforms { get; init; } = () => [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()];

    /// <summary>Other elements the signature covers as well.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>The public key taken for a secret: what a verifier does that lets the message choose the kind of key.</summary>
    public bool WithPublicKeyAsSecret { get; init; }

    public void Sign(XmlElement target)
    {
        var signed = new SignedXml(target) { Resolver = null! };
        signed.SignedInfo!.CanonicalizationMethod = Canonicalization;
        foreach (var uri in new[] { Uri(target.GetAttribute("ID")) }.Concat(Also)) signed.AddReference(Reference(uri));
        signed.KeyInfo.AddClause(new KeyInfoX509Data(Certificate));
        using var key = Certificate.GetRSAPrivateKey() ?? (AsymmetricAlgorithm)Certificate.GetECDsaPrivateKey()!;
        if (WithPublicKeyAsSecret)
        {
            using var hmac = new HMACSHA256(Certificate.GetRSAPublicKey()!.ExportSubjectPublicKeyInfo());
            signed.ComputeSignature(hmac);
        }
        else
        {
            signed.SignedInfo.SignatureMethod = SignatureMethod;
            signed.SigningKey = key;
            signed.ComputeSignature();
        }

        var issuer = target.ChildNodes.OfType<XmlElement>().First();
        target.InsertAfter(target.OwnerDocument.ImportNode(signed.GetXml(), deep: true), issuer);
    }

    Reference Reference(string uri)
    {
        var reference = new Reference(uri) { DigestMethod = DigestMethod };
        foreach (var transform in Transforms()) reference.AddTransform(transform);
        return reference;
    }
}
