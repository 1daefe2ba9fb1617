namespace InvoiceSync.Sandbox.Anaf;

/// <summary>The Romanian company number: two to ten digits, the last one a check digit.</summary>
static class Cui
{
    static readonly int[] Weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];

    public static string Digits(string text) =>
        text.StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? text[2..].Trim() : text.Trim();

    public static bool IsValid(string digits) =>
        digits.Length is >= 2 and <= 10 && digits.All(char.IsAsciiDigit) && digits[^1] - '0' == Check(digits[..^1]);

    /// <summary>The number with its check digit put behind it.</summary>
    public static string With(string body) => body + (char)('0' + Check(body));

    static int Check(string body)
    {
        var padded = body.PadLeft(9, '0');
        var sum = Weights.Select((weight, i) => weight * (padded[i] - '0')).Sum();
        return sum * 10 % 11 % 10;
    }
}
