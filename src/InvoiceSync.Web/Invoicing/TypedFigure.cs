using System.Globalization;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// A figure as people type it, in either language: 1.234,5 and 1,234.5 and 1234.5 and 1 234,5 are the same. Only where a lone
/// separator has three digits behind it the reader's language decides: 1.234 is a thousand in Romanian, and 1,234 in English.
/// </summary>
static class TypedFigure
{
    /// <summary>Null when it is empty or no figure.</summary>
    public static decimal? Of(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '\''));
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        // Of both, the last one parts the decimals; one that comes twice parts thousands.
        if (PartsThousands(text)) text = text.Replace(Group, "", StringComparison.Ordinal);
        else if (comma > point) text = text.Replace(".", "", StringComparison.Ordinal);
        else if (point > comma && comma >= 0) text = text.Replace(",", "", StringComparison.Ordinal);
        if (text.Count(c => c == ',') > 1) text = text.Replace(",", "", StringComparison.Ordinal);
        if (text.Count(c => c == '.') > 1) text = text.Replace(".", "", StringComparison.Ordinal);
        text = text.Replace(',', '.');
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? figure : null;
    }

    static string Group => CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator == "," ? "." : ",";

    static bool PartsThousands(string text)
    {
        var at = text.IndexOf(Group, StringComparison.Ordinal);
        var whole = text.AsSpan(0, Math.Max(at, 0)).TrimStart('-');
        return at > 0 && at == text.Length - 4 && whole.Length is > 0 and <= 3 && whole is not "0" && !whole.ContainsAnyExceptInRange('0', '9');
    }

    public static string Text(decimal? figure) => figure?.ToString("0.######", CultureInfo.CurrentCulture) ?? "";
}
