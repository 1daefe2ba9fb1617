using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers.Model;

/// <summary>Reads a table record by record: quoted cells, doubled quotes, line ends of every system. Empty lines are no records.</summary>
sealed class CsvReader(string text, char separator)
{
    int at;
    int line = 1;

    /// <summary>One record and the line of the file it begins on, counted from 1.</summary>
    public sealed record Row(int Line, IReadOnlyList<string> Cells);

    public IEnumerable<Row> Rows()
    {
        while (at < text.Length)
        {
            var (cells, first, goesOn) = (new List<string>(), line, true);
            while (goesOn) cells.Add(Cell(out goesOn));
            if (cells is not [""]) yield return new(first, cells);
        }
    }

    string Cell(out bool goesOn)
    {
        var cell = new StringBuilder();
        if (at < text.Length && text[at] == '"') Quoted(cell);
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) cell.Append(text[at++]);
        goesOn = at < text.Length && text[at] == separator;
        if (goesOn) at++;
        else EndLine();
        return CsvText.Read(cell.ToString());
    }

    void Quoted(StringBuilder cell)
    {
        var opened = line;
        for (at++; ; at++)
        {
            if (at >= text.Length) throw new RuleBrokenException(ImportErrors.QuoteOpen(opened));
            if (text[at] == '\n') line++;
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
            else break;
        }

        at++;
    }

    // The end of the file ends a line too.
    void EndLine()
    {
        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        line++;
    }
}
