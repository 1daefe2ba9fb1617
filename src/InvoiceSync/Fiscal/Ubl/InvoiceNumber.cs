using System.Xml;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>Reads BT-1 out of a document's bytes, and nothing else; null when it is no document we can read.</summary>
static class InvoiceNumber
{
    const string Basic = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    public static string? In(ReadOnlyMemory<byte> document)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document.ToArray(), writable: false), settings);
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "ID", NamespaceURI: Basic }) return reader.ReadElementContentAsString();
        }
        catch (XmlException)
        {
            return null;
        }

        return null;
    }
}
