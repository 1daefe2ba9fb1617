using System.Text.RegularExpressions;

namespace InvoiceSync.Customers;

/// <summary>The sector of a Bucharest address, which stands in place of the city (BR-RO-100): SECTOR1 to SECTOR6, without a space.</summary>
public static partial class BucharestSector
{
    public static bool IsSector(string? city) => city is { Length: 7 } && city.StartsWith("SECTOR", StringComparison.Ordinal) && city[6] is >= '1' and <= '6';

    /// <summary>
    /// Looks for words like "Sectorul 3" or "sect. 3" in city, state and street, in this order, then at the postal code
    /// (0n…). Null when nothing tells, or when one text names two sectors: then a person has to say.
    /// </summary>
    public static string? Find(string? city, string? state, string? line1, string? line2, string? postalCode)
    {
        foreach (var (text, isStreet) in ((string?, bool)[])[(city, false), (state, false), (line1, true), (line2, true)])
        {
            // "S3" is a sector after a city's name, but in a street it is a block or a staircase.
            var named = (isStreet ? Words() : WordsOrLetter()).Matches(FoldedText.Of(text)).Select(m => m.Groups[1].Value).Distinct().ToList();
            if (named.Count > 1) return null;
            if (named.Count == 1) return "SECTOR" + named[0];
        }

        return Postal.Digits(postalCode) is ['0', >= '1' and <= '6' and var sector, ..] ? $"SECTOR{sector}" : null;
    }

    [GeneratedRegex(@"\b(?:SECTORUL|SECTOR|SECT|SEC) ?(?:NR )?([1-6])\b")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:SECTORUL|SECTOR|SECT|SEC|S) ?(?:NR )?([1-6])\b")]
    private static partial Regex WordsOrLetter();
}
