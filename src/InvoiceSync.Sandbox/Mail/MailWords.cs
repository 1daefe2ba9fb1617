using System.Text;
using System.Text.RegularExpressions;

namespace InvoiceSync.Sandbox.Mail;

/// <summary>Encoded words in headers (RFC 2047) and encoded bodies.</summary>
static partial class MailWords
{
    public static string Header(string value) => Encoded.Replace(Between.Replace(value, "?==?"), word =>
    {
        var bytes = new byte[word.Groups[1].Length];
        return Convert.TryFromBase64String(word.Groups[1].Value, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : word.Value;
    });

    public static byte[] Body(string body, string? encoding)
    {
        if (!string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetBytes(body);
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body.Trim(), bytes, out var length) ? bytes[..length] : [];
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    static partial Regex Encoded { get; }

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    static partial Regex Between { get; }
}
