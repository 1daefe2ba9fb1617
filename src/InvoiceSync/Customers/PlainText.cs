using System.Text;

namespace InvoiceSync.Customers;

/// <summary>Human text as a legal document carries it: single spaces, no control characters, lengths in code points.</summary>
public static class PlainText
{
    /// <summary>Collapses white space and drops what XML 1.0 cannot hold. The same string when there is nothing to do.</summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        return IsTidy(text) ? text : Rewrite(text);
    }

    /// <summary>The same for a text of several lines, which stay lines.</summary>
    public static string Lines(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(Tidy)).Trim();

    /// <summary>Code points after tidying: what XPath counts with string-length(normalize-space()). Ș and 😀 count 1.</summary>
    public static int Length(string? text)
    {
        var points = 0;
        foreach (var c in Tidy(text))
            if (!char.IsLowSurrogate(c)) points++;
        return points;
    }

    /// <summary>Tidied, and cut to what a column of so many UTF-16 units takes; no character is halved.</summary>
    public static string Fit(string? text, int most)
    {
        var tidy = Tidy(text);
        return tidy.Length <= most ? tidy : tidy[..(char.IsHighSurrogate(tidy[most - 1]) ? most - 1 : most)];
    }

    /// <summary>Splits so that the head has at most max code points, between two words where the last half of it has a space.</summary>
    public static (string Head, string Tail) Cut(string? text, int max)
    {
        var tidy = Tidy(text);
        if (tidy.Length <= max || Length(tidy) <= max) return (tidy, "");

        var end = IndexOfPoint(tidy, max);
        var space = tidy[end] == ' ' ? end : tidy.LastIndexOf(' ', end - 1);
        if (space > end / 2) end = space;
        return (tidy[..end].TrimEnd(), tidy[end..].TrimStart());
    }

    static int IndexOfPoint(string text, int points)
    {
        var at = 0;
        for (; points > 0; points--) at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return at;
    }

    static bool IsTidy(string text)
    {
        var wasSpace = true; // so that a leading space is seen as one too many
        foreach (var c in text)
        {
            if (c is >= '!' and <= '~' or >= 'À' and <= 'ɏ') { wasSpace = false; continue; }
            if (c != ' ' || wasSpace) return false;
            wasSpace = true;
        }

        return !wasSpace;
    }

    static string Rewrite(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
            }
            else if (rune.Value is not (0xFFFE or 0xFFFF))
            {
                tidy.Append(rune.ToString());
            }
        }

        if (tidy.Length > 0 && tidy[^1] == ' ') tidy.Length--;
        return tidy.ToString();
    }
}
