using System.Globalization;
using System.Net.Mail;

namespace InvoiceSync.Messaging;

/// <summary>Whether a text is one e-mail address that a mail can carry: RFC 5321's lengths, plus signs and other countries' letters included.</summary>
public static class MailAddresses
{
    const int Longest = 254;
    const int LongestLocal = 64;

    // A line break in a header is a header of somebody else's; a comma is a second recipient.
    public static bool IsOne(string? text) =>
        text is { Length: > 2 and <= Longest } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')' or '\\' || IsInvisible(c))
        && text.LastIndexOf('@') is > 0 and <= LongestLocal and var at && text.IndexOf('@', StringComparison.Ordinal) == at
        && MailAddress.TryCreate(text, out var address) && address.Address == text && Wire(text) is { Length: <= Longest };

    /// <summary>With the domain as DNS knows it, xn--…; null when it is none.</summary>
    public static string? Wire(string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            return $"{address[..at]}@{domain}";
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A text that stays within its line of a header.</summary>
    public static bool IsOneLine(string text) => !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
