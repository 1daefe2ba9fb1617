using System.Globalization;

namespace InvoiceSync.Access.Model;

/// <summary>The domain of an e-mail address as DNS writes it: small ASCII letters, foreign scripts as xn--….</summary>
static class EmailDomain
{
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Null when this is no address one person could receive mail at.</summary>
    public static string? Of(string? email)
    {
        if (email is not { Length: <= 254 } || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return null;
        var at = email.LastIndexOf('@');
        return at <= 0 || email.IndexOf('@', StringComparison.Ordinal) != at ? null : Normal(email[(at + 1)..]);
    }

    /// <summary>Null when this is no domain of at least two labels.</summary>
    public static string? Normal(string text)
    {
        if (text.Length is 0 or > 253 || text.EndsWith('.')) return null;
        try
        {
            var ascii = Idn.GetAscii(text).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length >= 2 && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
