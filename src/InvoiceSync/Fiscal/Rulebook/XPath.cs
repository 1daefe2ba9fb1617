using System.Globalization;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The functions of XPath 2.0 the official rules are written in, with their meaning for nothing, for blanks and for what is no number.</summary>
static class XPath
{
    static readonly char[] Blank = [' ', '\t', '\r', '\n'];

    /// <summary>normalize-space(): trimmed, with single spaces inside. Only XML's own white space counts.</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var changes = Blank.Contains(text[0]) || Blank.Contains(text[^1]) || text.AsSpan().IndexOfAny('\t', '\r', '\n') >= 0 || text.Contains("  ", StringComparison.Ordinal);
        return changes ? string.Join(' ', text.Split(Blank, StringSplitOptions.RemoveEmptyEntries)) : text;
    }

    public static string Tidy(this Node node, string path) => Tidy(node.One(path)?.Text);

    /// <summary>string-length(): code points, so that a letter outside the basic plane counts once.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var letter in text)
            if (char.IsHighSurrogate(letter)) length--;
        return length;
    }

    /// <summary>xs:decimal(); null for an absent element.</summary>
    public static decimal? Number(this Node node, string path) => node.One(path) is { } one ? Number(one) : null;

    public static decimal Number(Node node) =>
        decimal.TryParse(node.Text.Trim(Blank), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UndecidableException(node, $"\"{Short(node.Text)}\"");

    /// <summary>A node compared with a number: read as xs:double, so 1E2 is a number here.</summary>
    public static double Double(Node node) => node.Text.Trim(Blank) switch
    {
        "INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        "NaN" => double.NaN,
        var text => double.TryParse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite), CultureInfo.InvariantCulture, out var value) && text[^1] is not 'y'
            ? value
            : throw new UndecidableException(node, $"\"{Short(node.Text)}\""),
    };

    /// <summary>round(x * 100) div 100: halves go up, towards plus infinity.</summary>
    public static decimal? Cents(decimal? value) => value is { } x ? Round(x * 100) / 100 : null;

    public static decimal Round(decimal value) => decimal.Floor(value + 0.5m);

    public static decimal Sum(IEnumerable<Node> nodes, string path) => nodes.Sum(node => node.Number(path) ?? 0);

    public static bool? Boolean(Node? node) => node?.Text.Trim(Blank) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var text => throw new UndecidableException(node, $"\"{Short(text)}\""),
    };

    /// <summary>cbc:ChargeIndicator = true() or false().</summary>
    public static bool IsCharge(this Node allowance, bool charge)
    {
        foreach (var indicator in allowance.All("ChargeIndicator"))
            if (Boolean(indicator) == charge) return true;
        return false;
    }

    /// <summary>xs:date, with or without its zone; the official comparison takes those without as UTC.</summary>
    public static DateTimeOffset Date(Node node) =>
        DateTimeOffset.TryParseExact(node.Text.Trim(Blank), ["yyyy-MM-dd", "yyyy-MM-dd'Z'", "yyyy-MM-ddzzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new UndecidableException(node, $"\"{Short(node.Text)}\"");

    public static bool IsPlainDate(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>string-length(substring-after(., '.')).</summary>
    public static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? Length(text[(point + 1)..]) : 0;

    static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;
}
