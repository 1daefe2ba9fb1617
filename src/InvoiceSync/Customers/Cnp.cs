namespace InvoiceSync.Customers;

/// <summary>A Romanian person's number: 13 digits, the last a check digit. Personal data: never logged, never shown in full, never with RO before it.</summary>
public static class Cnp
{
    const int Length = 13;
    const int Shown = 4;

    static ReadOnlySpan<byte> Weights => [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

    /// <summary>True for a number with a right check digit; the thirteen zeros of an unnamed consumer are not one.</summary>
    public static bool IsValid(string? text)
    {
        if (text is not { Length: Length } || !text.All(char.IsAsciiDigit) || text[0] == '0') return false;
        var sum = 0;
        for (var at = 0; at < Weights.Length; at++) sum += (text[at] - '0') * Weights[at];
        var check = sum % 11;
        return (check == 10 ? 1 : check) == text[^1] - '0';
    }

    /// <summary>As it is shown: the last four digits, enough to recognise one that is known.</summary>
    public static string Masked(string digits) => new string('•', Length - Shown) + digits[^Shown..];
}
