using System.Text.RegularExpressions;
using InvoiceSync.Customers;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// Numbers on a sale that may be its buyer's CUI: their check digit is right, and they are marked as one or long enough not to be a house
/// number. Nothing more is said of them: the register and a person say the rest.
/// </summary>
static partial class TaxIdClues
{
    // With fewer digits one number in ten on any address would be a guess.
    const int ShortestUnmarked = 6;
    const int LongestText = 500;

    public static IReadOnlyList<(Cui Cui, TaxIdClue From)> Of(SourceSale sale)
    {
        var (customer, found) = (sale.Customer, new List<(Cui, TaxIdClue)>());
        Read(TaxIdClue.Name, customer.BusinessName, customer.Name);
        Read(TaxIdClue.Note, [.. sale.Metadata.Concat(customer.Metadata).Select(n => $"{n.Key}: {n.Value}"), sale.Description]);
        Read(TaxIdClue.Address, customer.Address?.Line1, customer.Address?.Line2);
        return [.. found.DistinctBy(f => f.Item1)];

        void Read(TaxIdClue from, params IEnumerable<string?> texts) => found.AddRange(texts.OfType<string>().SelectMany(In).Select(cui => (cui, from)));
    }

    static IEnumerable<Cui> In(string text)
    {
        foreach (Match match in Number().Matches(text.Length <= LongestText ? text : text[..LongestText]))
        {
            var digits = match.Groups["digits"].Value;
            if (!match.Groups["mark"].Success && (digits.Length < ShortestUnmarked || digits[0] == '0')) continue;
            if (Cui.TryParse(digits, out var cui)) yield return cui;
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<mark>RO|CUI|CIF|C\.\s?U\.\s?I\.?|C\.\s?I\.\s?F\.?|cod\s+fiscal|vat|tax[ _-]?id)[\s:.,#-]*(?:RO\s*)?)?(?<digits>\d{2,10})(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
