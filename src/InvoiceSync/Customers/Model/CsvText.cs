namespace InvoiceSync.Customers.Model;

/// <summary>
/// Cells of a table as RFC 4180 writes them. What a spreadsheet would run as a formula leaves with an apostrophe before it and
/// loses it when it comes back; so does what begins with an apostrophe, or the way back would not be unique.
/// </summary>
static class CsvText
{
    static readonly char[] Guarded = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '＝', '＋', '－', '＠', '\''];

    public static string Written(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = Guarded.Contains(text[0]) ? $"'{text}" : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static string Read(string cell) => cell is ['\'', var next, ..] && Guarded.Contains(next) ? cell[1..] : cell;
}
