using System.Globalization;

namespace InvoiceSync.Customers;

/// <summary>An international bank account number (ISO 13616): country, two check digits, at most 34 characters, written without spaces.</summary>
public static class Iban
{
    public static string Normalize(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>True when the ISO 7064 remainder (mod 97) is 1 and, for a Romanian one, the length is 24.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is < 15 or > 34 || !text.All(char.IsAsciiLetterOrDigit) || !text[..2].All(char.IsAsciiLetterUpper)) return false;
        if (text.StartsWith("RO", StringComparison.Ordinal) && text.Length != 24) return false;

        var remainder = 0;
        foreach (var c in text[4..] + text[..4])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            remainder = int.Parse($"{remainder}{value}", CultureInfo.InvariantCulture) % 97;
        }

        return remainder == 1;
    }
}
