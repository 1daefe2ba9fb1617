using System.Security.Cryptography.Xml;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// Exclusive canonical form of one element, by the framework's transform alone: SignedXml would lose a carriage return on
/// the way and refuse what is genuine.
/// </summary>
static class Canonical
{
    const string Declarations = "http://www.w3.org/2000/xmlns/";

    public static byte[] Of(XmlElement element, string? prefixes, bool withoutSignature = false)
    {
        var alone = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (XmlElement)alone.AppendChild(alone.ImportNode(element, deep: true))!;
        CarryNamespaces(element, copy);
        if (withoutSignature)
            foreach (var signature in copy.Named("Signature", SamlNames.Signature).ToList()) copy.RemoveChild(signature);

        var transform = new XmlDsigExcC14NTransform(includeComments: false, prefixes);
        transform.LoadInput(alone);
        using var output = (Stream)transform.GetOutput(typeof(Stream));
        using var bytes = new MemoryStream();
        output.CopyTo(bytes);
        // A canonical form of nothing has a digest too, and it fits every document.
        SamlRefusedException.Unless(bytes.Length > 0, SamlFault.EmptyCanonicalForm);
        return bytes.ToArray();
    }

    // What the ancestors declare is in scope; the transform keeps what is used or listed.
    static void CarryNamespaces(XmlElement from, XmlElement to)
    {
        for (var above = from.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
            foreach (var declaration in above.Attributes.Cast<XmlAttribute>().Where(a => a.NamespaceURI == Declarations))
                if (!to.HasAttribute(declaration.Name))
                    to.SetAttributeNode((XmlAttribute)to.OwnerDocument.ImportNode(declaration, deep: true));
    }
}
