namespace InvoiceSync.Customers;

/// <summary>Romanian postal codes: six digits.</summary>
static class Postal
{
    /// <summary>The six digits of "030011", "RO-030011" or "030 011"; null for anything else.</summary>
    public static string? Digits(string? postalCode)
    {
        var digits = FoldedText.Of(postalCode).Replace(" ", "", StringComparison.Ordinal);
        if (digits.StartsWith("RO", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
