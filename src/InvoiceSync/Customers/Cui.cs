namespace InvoiceSync.Customers;

/// <summary>
/// A Romanian company's fiscal code: 2 to 10 digits, the last a check digit, without the RO a VAT payer puts before it.
/// Not the 13 digits of a person, which are a Cnp.
/// </summary>
public readonly record struct Cui
{
    const int Shortest = 2;
    const int Longest = 10;

    static ReadOnlySpan<byte> Weights => [7, 5, 3, 2, 1, 7, 5, 3, 2];

    Cui(string digits) => Digits = digits;

    public string Digits { get => field ?? ""; }

    /// <summary>As VAT identifier (BT-31, BT-48): only for one who is registered for VAT.</summary>
    public string VatId => "RO" + Digits;

    /// <summary>Takes what people write: "RO 18547290", "ro18547290", "CUI 1854 7290", leading zeros. False when the check digit is wrong.</summary>
    public static bool TryParse(string? text, out Cui cui)
    {
        cui = default;
        if (Normalize(text) is not { } digits || !HasCheckDigit(digits)) return false;
        cui = new(digits);
        return true;
    }

    /// <summary>The bare digits, whether or not the check digit is right; null when it cannot be a CUI at all.</summary>
    public static string? Normalize(string? text)
    {
        var bare = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or ':'))).ToUpperInvariant();
        foreach (var prefix in (string[])["CUI", "CIF", "RO"])
            if (bare.StartsWith(prefix, StringComparison.Ordinal)) bare = bare[prefix.Length..];

        var digits = bare.TrimStart('0');
        return digits.Length is >= Shortest and <= Longest && bare.Length <= Longest && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    public override string ToString() => Digits;

    // The digits before the last, set flush right against 7 5 3 2 1 7 5 3 2. Sum × 10 mod 11; 10 counts as 0.
    static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (int at = digits.Length - 2, weight = Weights.Length - 1; at >= 0; at--, weight--) sum += (digits[at] - '0') * Weights[weight];
        return sum * 10 % 11 % 10 == digits[^1] - '0';
    }
}
