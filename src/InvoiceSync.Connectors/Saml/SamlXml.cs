using System.Text;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Writes our own messages; every value goes through the writer, so none can open a tag.</summary>
static class SamlXml
{
    static readonly XmlWriterSettings Plain = new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) };

    public static string Write(Action<XmlWriter> content)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Plain)) content(writer);
        return text.ToString();
    }

    extension(XmlWriter writer)
    {
        public void Element(string prefix, string name, string space, Action content)
        {
            writer.WriteStartElement(prefix, name, space);
            content();
            writer.WriteEndElement();
        }

        public void Issuer(string entityId) => writer.WriteElementString("saml", "Issuer", SamlNames.Assertion, entityId);

        public void Attributes(params (string Name, string? Value)[] attributes)
        {
            foreach (var (name, value) in attributes)
                if (value is not null) writer.WriteAttributeString(name, value);
        }
    }
}
