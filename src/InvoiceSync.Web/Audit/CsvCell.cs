namespace InvoiceSync.Web.Audit;

/// <summary>A text as a cell of a table file: quoted, and never taken for a formula by the program that opens it.</summary>
static class CsvCell
{
    // Also the full-width forms, which some programs read as the plain ones.
    static readonly char[] Formula = ['=', '+', '-', '@', '|', '\t', '\r', '\n', '＝', '＋', '－', '＠', '｜'];

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = Formula.Contains(text[0]) ? $"'{text}" : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
