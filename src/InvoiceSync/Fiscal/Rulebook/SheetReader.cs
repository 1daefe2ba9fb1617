using System.Text;
using System.Xml;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// Reads an e-invoice as others write them: from bytes, in the encoding its first line names (Windows-1252 was met), with
/// any prefixes. No DTD, nothing fetched, sizes bounded.
/// </summary>
static class SheetReader
{
    public const int MostBytes = 10 * 1024 * 1024;
    const int MostElements = 500_000;
    const int Deepest = 64;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostBytes,
    };

    static readonly Dictionary<string, string> Prefixes = new()
    {
        ["urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"] = "cbc:",
        ["urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"] = "cac:",
        ["urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"] = "ext:",
        ["urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"] = "",
        ["urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"] = "",
    };

    static SheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Sheet Read(ReadOnlyMemory<byte> document)
    {
        if (document.Length > MostBytes) throw new UnreadableException(Rules.RuleKeys.FileTooLarge, "more than 10 MB");
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document.ToArray(), writable: false), Settings);
            return Read(reader);
        }
        catch (XmlException broken)
        {
            throw new UnreadableException(BookKeys.NoXml, broken.Message);
        }
    }

    static Sheet Read(XmlReader reader)
    {
        var sheet = new Sheet();
        var lines = reader as IXmlLineInfo;
        Node? open = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (sheet.Everything.Count >= MostElements || reader.Depth > Deepest)
                        throw new UnreadableException(BookKeys.TooComplex, "too many or too deep elements");
                    var node = Opened(reader, sheet, open, lines?.LineNumber ?? 0);
                    if (!reader.IsEmptyElement) open = node;
                    break;
                case XmlNodeType.EndElement:
                    open = open?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open?.Add(reader.Value);
                    break;
            }
        }

        return sheet;
    }

    static Node Opened(XmlReader reader, Sheet sheet, Node? parent, int line)
    {
        var known = Prefixes.TryGetValue(reader.NamespaceURI, out var prefix);
        if (parent is null && !(prefix is "" && reader.LocalName is "Invoice" or "CreditNote" && reader.NamespaceURI.EndsWith(reader.LocalName + "-2", StringComparison.Ordinal)))
            throw new UnreadableException(BookKeys.NoInvoice, reader.Name);

        var node = new Node(sheet, parent, prefix ?? "", known ? reader.LocalName : $"?{reader.LocalName}", line);
        if (reader.HasAttributes)
        {
            var attributes = new List<(string, string)>(reader.AttributeCount);
            while (reader.MoveToNextAttribute())
                if (reader.NamespaceURI.Length == 0) attributes.Add((reader.LocalName, reader.Value));
            reader.MoveToElement();
            node.Carry(attributes);
        }

        parent?.Add(node);
        sheet.Add(node);
        return node;
    }
}
