using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>What SignedXml thinks of every signature in a document. A second opinion for tests; the portal never asks it.</summary>
static class FrameworkOracle
{
    public static bool Says(byte[] xml, IReadOnlyList<X509Certificate2> certificates)
    {
        try
        {
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(xml).TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            document.Load(reader);
            var signatures = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl).OfType<XmlElement>().ToList();
            return signatures.Count > 0 && signatures.TrueForAll(signature => certificates.Any(certificate => Says(signature, certificate)));
        }
        catch (Exception broken) when (broken is XmlException or CryptographicException or FormatException or DecoderFallbackException)
        {
            return false;
        }
    }

    static bool Says(XmlElement signature, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        if (key is null) return false;
        var signed = new OfParent((XmlElement)signature.ParentNode!);
        signed.LoadXml(signature);
        return signed.CheckSignature(key);
    }

    sealed class OfParent : SignedXml
    {
        readonly XmlElement parent;

        public OfParent(XmlElement parent)
            : base(parent)
        {
            this.parent = parent;
            Resolver = null!;
        }

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => parent.GetAttribute("ID") == idValue ? parent : null;
    }
}
