using System.Collections.Frozen;

namespace InvoiceSync.Customers;

/// <summary>
/// VAT numbers (BT-48) with their country before them. Those of the Union have the forms below, in which 9 is a digit, A a
/// letter and * either; elsewhere only the country is checked. Whether a number is in force VIES alone can tell.
/// </summary>
public static class VatNumber
{
    const int Longest = 32;

    // The forms the Commission publishes with VIES; Greece writes EL, Northern Ireland XI.
    static readonly FrozenDictionary<string, string[]> Forms = new Dictionary<string, string[]>
    {
        ["AT"] = ["U99999999"],
        ["BE"] = ["9999999999"],
        ["BG"] = ["999999999", "9999999999"],
        ["CY"] = ["99999999A"],
        ["CZ"] = ["99999999", "999999999", "9999999999"],
        ["DE"] = ["999999999"],
        ["DK"] = ["99999999"],
        ["EE"] = ["999999999"],
        ["EL"] = ["999999999"],
        ["ES"] = ["*9999999*"],
        ["FI"] = ["99999999"],
        ["FR"] = ["**999999999"],
        ["HR"] = ["99999999999"],
        ["HU"] = ["99999999"],
        ["IE"] = ["9999999A", "9999999AA", "9*99999A"],
        ["IT"] = ["99999999999"],
        ["LT"] = ["999999999", "999999999999"],
        ["LU"] = ["99999999"],
        ["LV"] = ["99999999999"],
        ["MT"] = ["99999999"],
        ["NL"] = ["999999999B99"],
        ["PL"] = ["9999999999"],
        ["PT"] = ["999999999"],
        ["RO"] = ["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"],
        ["SE"] = ["999999999999"],
        ["SI"] = ["99999999"],
        ["SK"] = ["9999999999"],
        ["XI"] = ["999999999", "999999999999", "GD999", "HA999"],
    }.ToFrozenDictionary();

    /// <summary>How a number of this country looks, longest form first, like NL999999999B99; null outside the Union.</summary>
    public static string? FormOf(string? country) =>
        country is not null && Forms.TryGetValue(Prefix(country), out var forms) ? Prefix(country) + forms[^1] : null;

    /// <summary>In capitals without spaces, dots and dashes, Greece as EL.</summary>
    public static string Normalize(string text)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))).ToUpperInvariant();
        return bare.Length > 2 ? Prefix(bare[..2]) + bare[2..] : bare;
    }

    /// <summary>Whether a normalized number has a country and the form of that country; a Romanian one its check digit too.</summary>
    public static bool IsValid(string normalized)
    {
        if (normalized.Length is < 4 or > Longest || !normalized.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '*')) return false;
        var (country, number) = (normalized[..2], normalized[2..]);
        if (country == "RO") return Cui.TryParse(number, out var cui) && cui.Digits == number;
        if (Forms.TryGetValue(country, out var forms)) return forms.Any(form => Fits(number, form));
        return Country.IsKnown(country) && char.IsAsciiLetter(country[1]);
    }

    static string Prefix(string country) => country == "GR" ? "EL" : country;

    static bool Fits(string number, string form)
    {
        if (number.Length != form.Length) return false;
        for (var at = 0; at < form.Length; at++)
            if (!Fits(number[at], form[at])) return false;
        return true;
    }

    // A letter of a form other than A stands for itself: ATU…, NL…B….
    static bool Fits(char c, char wanted) => wanted switch
    {
        '9' => char.IsAsciiDigit(c),
        'A' => char.IsAsciiLetterUpper(c),
        '*' => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '+' or '*',
        _ => c == wanted,
    };
}
