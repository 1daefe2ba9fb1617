using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>What a provider has to know about us for one connection. It names the ciphers we open, so that the provider does not choose CBC.</summary>
public static class SamlMetadata
{
    static readonly string[] Ciphers = [SamlNames.Encryption11 + "aes256-gcm", SamlNames.Encryption11 + "aes128-gcm", SamlNames.Encryption + "rsa-oaep-mgf1p"];

    public static string Write(SamlParty us, string spCertificates) => SamlXml.Write(w => w.Element("md", "EntityDescriptor", SamlNames.Metadata, () =>
    {
        w.Attributes(("entityID", us.EntityId));
        w.Element("md", "SPSSODescriptor", SamlNames.Metadata, () =>
        {
            w.Attributes(("AuthnRequestsSigned", "true"), ("WantAssertionsSigned", "true"), ("protocolSupportEnumeration", SamlNames.Protocol));
            // The first signs; during a roll-over the one before still opens what is on its way.
            foreach (var (index, certificate) in SamlCertificates.Read(spCertificates).Index())
            {
                if (index == 0) Key(w, "signing", certificate.RawData);
                Key(w, "encryption", certificate.RawData);
            }

            foreach (var binding in (string[])[SamlNames.RedirectBinding, SamlNames.PostBinding])
                w.Element("md", "SingleLogoutService", SamlNames.Metadata, () => w.Attributes(("Binding", binding), ("Location", us.Slo)));
            w.Element("md", "AssertionConsumerService", SamlNames.Metadata, () =>
                w.Attributes(("Binding", SamlNames.PostBinding), ("Location", us.Acs), ("index", "0"), ("isDefault", "true")));
        });
    }));

    static void Key(XmlWriter w, string use, byte[] certificate) => w.Element("md", "KeyDescriptor", SamlNames.Metadata, () =>
    {
        w.Attributes(("use", use));
        w.Element("ds", "KeyInfo", SamlNames.Signature, () => w.Element("ds", "X509Data", SamlNames.Signature, () =>
            w.WriteElementString("ds", "X509Certificate", SamlNames.Signature, Convert.ToBase64String(certificate))));
        if (use != "encryption") return;
        foreach (var cipher in Ciphers) w.Element("md", "EncryptionMethod", SamlNames.Metadata, () => w.Attributes(("Algorithm", cipher)));
    });
}
