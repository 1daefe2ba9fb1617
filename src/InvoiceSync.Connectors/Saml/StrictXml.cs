using System.Text;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// The one way XML enters: strict UTF-8, no DTD, and none of the node kinds on which two readers could disagree about what a
/// text says (comments, instructions, CDATA, entities). Signed bytes are read again through here as well.
/// </summary>
static class StrictXml
{
    public const int MostBytes = 256 * 1024;
    const int Deepest = 64;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly XmlReaderSettings Profile = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        ConformanceLevel = ConformanceLevel.Document,
        CheckCharacters = true,
    };

    public static XmlDocument Read(byte[] bytes)
    {
        SamlRefusedException.Unless(bytes.Length <= MostBytes, SamlFault.TooLarge);
        var text = Text(bytes);
        try
        {
            Inspect(text);
            using var reader = XmlReader.Create(new StringReader(text), Profile);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (XmlException)
        {
            throw new SamlRefusedException(text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? SamlFault.DocumentType : SamlFault.NotXml);
        }
    }

    static string Text(byte[] bytes)
    {
        try
        {
            // Providers written in .NET put the mark of UTF-8 in front.
            var text = Utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
            // UTF-16 of plain Latin text is valid UTF-8 with NULs between the letters.
            SamlRefusedException.Unless(!text.Contains('\0', StringComparison.Ordinal), SamlFault.NotUtf8);
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new SamlRefusedException(SamlFault.NotUtf8);
        }
    }

    // Before a tree is built, so that depth costs a counter and not a stack.
    static void Inspect(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Profile);
        while (reader.Read())
        {
            SamlRefusedException.Unless(reader.Depth <= Deepest, SamlFault.TooDeep);
            SamlFault? forbidden = reader.NodeType switch
            {
                XmlNodeType.Comment => SamlFault.Comment,
                XmlNodeType.ProcessingInstruction => SamlFault.ProcessingInstruction,
                XmlNodeType.CDATA => SamlFault.CharacterData,
                XmlNodeType.EntityReference => SamlFault.EntityReference,
                XmlNodeType.DocumentType => SamlFault.DocumentType,
                XmlNodeType.XmlDeclaration when !IsUtf8(reader.GetAttribute("encoding")) => SamlFault.NotUtf8,
                _ => null,
            };
            if (forbidden is { } fault) throw new SamlRefusedException(fault);
        }
    }

    static bool IsUtf8(string? declared) => declared is null || declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
