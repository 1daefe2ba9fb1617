using System.Text;

namespace InvoiceSync.Cli.Customers;

/// <summary>CSV as spreadsheets write it: comma or semicolon, quotes doubled inside quotes, a byte order mark or none.</summary>
static class Csv
{
    public static List<IReadOnlyList<string>> Read(string text)
    {
        List<IReadOnlyList<string>> rows = [];
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        var source = text.TrimStart('\uFEFF');
        var between = source.AsSpan(0, Math.Max(0, source.IndexOf('\n', StringComparison.Ordinal))).Contains(';') ? ';' : ',';
        for (var at = 0; at < source.Length; at++)
        {
            var c = source[at];
            if (quoted && c == '"' && at + 1 < source.Length && source[at + 1] == '"') cell.Append(source[at++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == between) EndCell();
            else if (!quoted && c == '\n') EndRow();
            else if (quoted || c != '\r') cell.Append(c);
        }

        if (cell.Length + row.Count > 0) EndRow();
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (row.Any(r => r.Length > 0)) rows.Add(row);
            row = [];
        }
    }

    /// <summary>A spreadsheet would run a cell that begins like a formula: an apostrophe stops it.</summary>
    public static string Cell(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text ?? "";
        return safe.AsSpan().ContainsAny(",;\"\n\r") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
