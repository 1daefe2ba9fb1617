using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace InvoiceSync.IntegrationTests.Fiscal.Rulebook;

/// <summary>Spoils e-invoices in the ways people and programs do, the same way for the same seed: one to three of sixteen changes.</summary>
sealed class Mutator(IReadOnlyList<XDocument> bases)
{
    static readonly string[] Texts = ["", " ", "X", "RON", "EUR", "USD", "XXX", "RO", "DE", "IT", "RO-B", "RO-CJ", "SECTOR1", "Bucuresti", "VAT", "vat", "TAX", "30", "58", "48", "ZZZ", "380", "381", "751", "130", "50", "2.1", "Șțăîâ"];
    static readonly string[] Numbers = ["0", "0.00", "1", "-1", "100", "21", "19", "0.005", "1.00", "-0.5", "99999999.99", "1E2"];
    static readonly string[] Dates = ["2026-13-01", "2026-02-30", "2026-2-3", "2026-02-03Z", "2026-02-03+02:00", "03.02.2026", "", "2026-02-03", "2019-01-01"];
    static readonly string[] Categories = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B", "X", " S ", "s"];
    static readonly string[] Attributes = ["schemeID", "listID", "schemeName", "unitCode", "currencyID", "name", "mimeCode", "filename", "schemeAgencyID", "languageID"];
    static readonly string[] Schemes = ["0002", "0088", "SEPA", "9999", "EM", "RON", "EUR", "HUR", "", "TST", "AAA"];
    static readonly int[] Lengths = [20, 21, 50, 51, 100, 101, 140, 141, 150, 151, 200, 201, 300, 301, 1001];

    public byte[] Make(int seed)
    {
        var random = new Random(seed);
        var document = new XDocument(bases[random.Next(bases.Count)]);
        for (var changes = 1 + (random.Next(3) * random.Next(2)); changes > 0; changes--) Change(document.Root!, random);
        return Bytes(document);
    }

    public static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) document.Save(writer);
        return stream.ToArray();
    }

    void Change(XElement root, Random random)
    {
        var all = root.Descendants().ToList();
        var leaves = all.FindAll(e => !e.HasElements);
        if (leaves.Count == 0) return;
        var (any, leaf) = (PickOne(all, random), PickOne(leaves, random));
        switch (random.Next(16))
        {
            case 0: any.Remove(); break;
            case 1: leaf.Value = ""; break;
            case 2: leaf.Value = Pick(Texts, random); break;
            case 3: Amount(leaves, random, value => value + Pick([0.01m, -0.01m, 1m, -1m, 0.99m, 1.01m, 0.5m], random)); break;
            case 4: Amount(leaves, random, value => -value); break;
            case 5: Say(leaves, random, e => IsNumber(e), e => e.Value += Pick(["0", "1", ".001", "5"], random)); break;
            case 6: Say(leaves, random, e => e.Name.LocalName.EndsWith("Date", StringComparison.Ordinal), e => e.Value = Pick(Dates, random)); break;
            case 7: any.AddAfterSelf(new XElement(any)); break;
            case 8: Say(leaves, random, e => e.Name.LocalName == "ID" && e.Parent!.Name.LocalName.EndsWith("TaxCategory", StringComparison.Ordinal), e => e.Value = Pick(Categories, random)); break;
            case 9: leaf.Value = new string('ș', Pick(Lengths, random)); break;
            case 10: leaf.SetAttributeValue(Pick(Attributes, random), Pick([null, .. Schemes], random)); break;
            case 11: any.Parent!.AddFirst(new XElement(any)); any.Remove(); break;
            case 12: leaf.Value = $" {leaf.Value}\n"; break;
            case 13: Graft(root, random); break;
            case 14: Graft(root, random); break;
            case 15: Say(leaves, random, e => IsNumber(e), e => e.Value = Pick(Numbers, random)); break;
        }
    }

    // What another document has at the same place: an allowance, a payee, a second currency …
    void Graft(XElement root, Random random)
    {
        var donors = Pick(bases, random).Root!.Descendants().ToList();
        var donor = Pick(donors, random);
        var places = root.DescendantsAndSelf().Where(e => e.Name.LocalName == donor.Parent!.Name.LocalName).ToList();
        if (places.Count == 0) return;
        var place = Pick(places, random);
        if (place.Elements(donor.Name).LastOrDefault() is { } last) last.AddAfterSelf(new XElement(donor));
        else place.Add(new XElement(donor));
    }

    static void Amount(List<XElement> leaves, Random random, Func<decimal, decimal> change) =>
        Say(leaves, random, IsNumber, e => e.Value = change(decimal.Parse(e.Value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));

    static bool IsNumber(XElement e) => (e.Name.LocalName.EndsWith("Amount", StringComparison.Ordinal) || e.Name.LocalName is "Percent" or "InvoicedQuantity" or "BaseQuantity")
        && decimal.TryParse(e.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    static void Say(List<XElement> leaves, Random random, Predicate<XElement> which, Action<XElement> change)
    {
        var found = leaves.FindAll(which);
        if (found.Count > 0) change(PickOne(found, random));
    }

    // By place first: an invoice of a hundred lines is not to be spoiled in its lines alone.
    static XElement PickOne(List<XElement> from, Random random)
    {
        var places = from.GroupBy(e => string.Join('/', e.AncestorsAndSelf().Select(up => up.Name.LocalName))).ToList();
        return Pick(Pick(places, random).ToList(), random);
    }

    static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
