using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// The one XML shape ANAF answers in: a header element with attributes and error children. Namespaces differ by call and one
/// is misspelt ("mesajEroriFactuta"), prefixes vary (OCA#801): names are matched without them.
/// </summary>
sealed class AnafHeader
{
    const int MostErrors = 1000;

    static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 16 * 1024 * 1024,
    };

    // Files of older programs declare windows-1252 or iso-8859-2 (e-factura-go#16).
    static AnafHeader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    readonly Dictionary<string, string> attributes = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> errors = [];

    public IReadOnlyList<string> Errors => errors;

    public string? this[string attribute] => attributes.GetValueOrDefault(attribute)?.Trim();

    /// <summary>Null when the bytes are no well-formed XML or their root is something else, like an invoice.</summary>
    public static AnafHeader? Read(byte[] xml) => Parse(xml, reader =>
    {
        if (reader.LocalName != "header") return null;
        var header = new AnafHeader();
        while (reader.MoveToNextAttribute()) header.attributes[reader.LocalName] = reader.Value;
        while (reader.Read()) header.Take(reader);
        return header;
    });

    /// <summary>The name of the first element, also when the rest is broken; null when there is none.</summary>
    public static string? RootOf(byte[] xml) => Parse(xml, reader => reader.LocalName);

    static T? Parse<T>(byte[] xml, Func<XmlReader, T?> read) where T : class =>
        Parse(() => XmlReader.Create(new MemoryStream(xml, writable: false), Hardened), read)
        ?? (Utf8.IsValid(xml) ? null : Parse(() => XmlReader.Create(new StringReader(Encoding.UTF8.GetString(AnafBody.AsUtf8(xml))), Hardened), read));

    static T? Parse<T>(Func<XmlReader> open, Func<XmlReader, T?> read) where T : class
    {
        try
        {
            using var reader = open();
            return reader.MoveToContent() == XmlNodeType.Element ? read(reader) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    void Take(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("Error" or "Errors")) return;
        if (reader.GetAttribute("errorMessage") is { } text && errors.Count < MostErrors) errors.Add(text.Trim());
    }
}
