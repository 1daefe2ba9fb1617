using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>A UBL document, read by element names as the rules quote them: <c>Party/PostalAddress/CityName</c>.</summary>
sealed class Ubl(XElement root)
{
    const string InvoiceSpace = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    const string CreditSpace = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    public readonly record struct Reading(Ubl? Document, string? Refusal);

    public XElement Root => root;

    public bool IsCredit => root.Name.LocalName == "CreditNote";

    public string? Number => Text("ID");

    public string? Issued => Text("IssueDate");

    public string Currency => Text("DocumentCurrencyCode") ?? "";

    public Ubl? Seller => At("AccountingSupplierParty/Party");

    public Ubl? Buyer => At("AccountingCustomerParty/Party");

    public string SellerCui => PartyNumber.Of(Seller) ?? "";

    public string? BuyerCui => PartyNumber.Of(Buyer);

    public Ubl? Totals => At("LegalMonetaryTotal");

    public IEnumerable<Ubl> Lines => All(IsCredit ? "CreditNoteLine" : "InvoiceLine");

    public string? Text(string path) => At(path)?.Root.Value.Trim() is { Length: > 0 } text ? text : null;

    public decimal? Amount(string path) => Parse(Text(path));

    public Ubl? At(string path) => All(path).FirstOrDefault();

    public IEnumerable<Ubl> All(string path)
    {
        IEnumerable<XElement> found = [root];
        foreach (var step in path.Split('/')) found = found.Elements().Where(element => element.Name.LocalName == step);
        return found.Select(element => new Ubl(element));
    }

    public static decimal? Parse(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The door check of upload: well-formed, and the root the standard asks for.</summary>
    public static Reading Read(byte[] bytes, string standard)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return Fits(root, standard) ? new(new Ubl(root), null) : new(null, Sax(root, $"cvc-elt.1.a: Cannot find the declaration of element '{root.Name.LocalName}'. "));
        }
        catch (XmlException broken)
        {
            return new(null, Sax(broken.LineNumber, broken.LinePosition, broken.Message));
        }
    }

    static bool Fits(XElement root, string standard) => standard switch
    {
        "UBL" => root.Name == XName.Get("Invoice", InvoiceSpace),
        "CN" => root.Name == XName.Get("CreditNote", CreditSpace),
        "RASP" => root.Name == XName.Get("header", "mfp:anaf:dgti:spv:reqMesaj:v1"),
        _ => false,
    };

    static string Sax(XElement at, string words) => Sax(((IXmlLineInfo)at).LineNumber, ((IXmlLineInfo)at).LinePosition, words);

    static string Sax(int line, int column, string words) =>
        $"Fisierul transmis nu este valid. org.xml.sax.SAXParseException; lineNumber: {line}; columnNumber: {column}; {words}";
}
