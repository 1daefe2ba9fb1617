using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace InvoiceSync.Fiscal.Terms;

/// <summary>Lays an e-invoice out line by line, with the business term of each element.</summary>
static class ExplainedXml
{
    public const int MostLines = 3000;
    const int MostCharacters = 16 * 1024 * 1024;

    static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
    };

    public static (IReadOnlyList<ExplainDocument.Line> Lines, bool IsCut) Of(byte[] xml, CultureInfo culture)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Hardened);
        var root = XDocument.Load(reader).Root!;
        var lines = new List<ExplainDocument.Line>();
        Write(root, 0, "", Value(root, "DocumentCurrencyCode"));
        return lines.Count > MostLines ? (lines[..MostLines], true) : (lines, false);

        void Write(XElement element, int depth, string path, string? currency)
        {
            if (lines.Count > MostLines) return;
            var term = XmlTerms.Of(path) is { } number ? BusinessTerms.Of(number, culture) : null;
            var (open, close) = (Tag(element), Name(element));
            if (!element.HasElements)
            {
                lines.Add(new(depth, open, element.Value, close, term));
                return;
            }

            lines.Add(new(depth, open, null, null, term));
            foreach (var child in element.Elements()) Write(child, depth + 1, path.Length == 0 ? Step(child, currency) : $"{path}/{Step(child, currency)}", currency);
            lines.Add(new(depth, null, null, close, null));
        }
    }

    // The same element is another term on a credit note, as a charge, for VAT, or in lei beside another currency.
    static string Step(XElement element, string? currency) => element.Name.LocalName switch
    {
        "CreditNoteLine" => "InvoiceLine",
        "CreditedQuantity" => "InvoicedQuantity",
        "CreditNoteTypeCode" => "InvoiceTypeCode",
        "AllowanceCharge" when Value(element, "ChargeIndicator") == "true" => "AllowanceCharge[charge]",
        "PartyTaxScheme" when element.Elements().FirstOrDefault(e => e.Name.LocalName == "TaxScheme") is { } scheme && Value(scheme, "ID") == "VAT" => "PartyTaxScheme[VAT]",
        "TaxTotal" when element.Elements().FirstOrDefault(e => e.Name.LocalName == "TaxAmount") is { } amount && (string?)amount.Attribute("currencyID") != currency => "TaxTotal[accounting]",
        var name => name,
    };

    static string? Value(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    static string Name(XElement element) => element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;

    static string Tag(XElement element) => string.Join(' ', [Name(element), .. element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $"{a.Name.LocalName}=\"{a.Value}\"")]);
}
