using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Connectors.Bnr;

/// <summary>
/// Reads BNR's DataSet: one Cube a day, one Rate a currency, quoted for "multiplier" units when that is not 1. Names are
/// matched without the namespace: it was http://www.bnr.ro/xsd and became https with the move of August 2026.
/// </summary>
static class BnrXml
{
    public const int MostBytes = 8 * 1024 * 1024; // a year is some 500 KB

    static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
    };

    public static RatesAnswer Read(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Hardened);
            var root = XDocument.Load(reader).Root;
            if (root?.Name.LocalName != "DataSet") return new RatesAnswer.Unavailable("BNR answered with something else than rates.");
            return new RatesAnswer.Found([.. root.Named("Body").SelectMany(body => body.Named("Cube")).SelectMany(Day)]);
        }
        catch (XmlException broken)
        {
            return new RatesAnswer.Unavailable($"BNR's rates could not be read: {broken.Message}");
        }
    }

    static IEnumerable<XElement> Named(this XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    static IEnumerable<ReferenceRate> Day(XElement cube) =>
        DateOnly.TryParseExact((string?)cube.Attribute("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? cube.Named("Rate").Select(rate => Rate(day, rate)).OfType<ReferenceRate>()
            : [];

    // A currency without a quote that day carries "-": no row is better than a wrong one.
    static ReferenceRate? Rate(DateOnly day, XElement rate)
    {
        var code = (string?)rate.Attribute("currency");
        var multiplier = (string?)rate.Attribute("multiplier") ?? "1";
        return code is { Length: 3 } && code.All(char.IsAsciiLetterUpper)
            && decimal.TryParse(rate.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && int.TryParse(multiplier, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            && value > 0 && units > 0
            ? new ReferenceRate(day, new Currency(code), value / units)
            : null;
    }
}
