using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace InvoiceSync.Web.Fiscal;

/// <summary>An XML set out line by line, element below element, each line knowing the place a finding would name.</summary>
public static class XmlLayout
{
    /// <summary>More lines than a person reads; the rest is not shown.</summary>
    public const int MostLines = 2000;

    const string Components = "urn:oasis:names:specification:ubl:schema:xsd:Common";

    public sealed record Line(int Depth, string Text, string? Location)
    {
        public string Indented => new string(' ', 2 * Depth) + Text;
    }

    public static IReadOnlyList<Line> Of(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            var lines = new List<Line>();
            if (XDocument.Load(reader).Root is { } root) Add(root, 0, $"/{root.Name.LocalName}", lines);
            return lines;
        }
        catch (XmlException)
        {
            return [];
        }
    }

    static void Add(XElement element, int depth, string location, List<Line> lines)
    {
        if (lines.Count >= MostLines || depth > 64) return;
        if (!element.HasElements)
        {
            lines.Add(new(depth, element.Value.Length == 0 ? $"{Start(element)}/>" : $"{Start(element)}>{Short(element.Value)}</{Named(element)}>", location));
            return;
        }

        lines.Add(new(depth, $"{Start(element)}>", location));
        var counts = element.Elements().CountBy(child => child.Name.LocalName).ToDictionary();
        var seen = new Dictionary<string, int>();
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            seen[name] = seen.GetValueOrDefault(name) + 1;
            Add(child, depth + 1, counts[name] > 1 ? $"{location}/{Prefix(child)}{name}[{seen[name]}]" : $"{location}/{Prefix(child)}{name}", lines);
        }

        if (lines.Count < MostLines) lines.Add(new(depth, $"</{Named(element)}>", null));
    }

    static string Start(XElement element)
    {
        var text = new StringBuilder($"<{Named(element)}");
        foreach (var attribute in element.Attributes())
            if (!attribute.IsNamespaceDeclaration) text.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(attribute.Value).Append('"');
        return text.ToString();
    }

    static string Named(XElement element) => $"{Prefix(element)}{element.Name.LocalName}";

    // The usual prefixes, whatever the file calls them.
    static string Prefix(XElement element) => element.Name.NamespaceName switch
    {
        $"{Components}BasicComponents-2" => "cbc:",
        $"{Components}AggregateComponents-2" => "cac:",
        $"{Components}ExtensionComponents-2" => "ext:",
        _ => "",
    };

    // An attached PDF is not to be read here.
    static string Short(string text) => text.Length > 400 ? $"{text[..400]}…" : text;
}
