using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers.Model;

/// <summary>A file of customers read row by row. What is wrong with the whole file is thrown; what is wrong with a row stands beside it.</summary>
static class CustomerTable
{
    public const int LargestFile = 2 * 1024 * 1024;
    public const int MostRows = 5000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly CustomerDetails Blank = new() { Name = "" };

    public sealed record Line(int Number, CustomerDetails Details, CustomerCheck Check, IReadOnlyList<Error> Errors);

    public static List<Line> Read(byte[] file)
    {
        Rule.Require(file.Length <= LargestFile, ImportErrors.FileTooLarge);
        var text = Text(file);
        using var rows = new CsvReader(text, Separator(text)).Rows().GetEnumerator();
        Rule.Require(rows.MoveNext(), ImportErrors.Empty);
        var columns = Columns(rows.Current.Cells);
        var lines = new List<Line>();
        while (rows.MoveNext())
        {
            if (rows.Current.Cells.All(string.IsNullOrWhiteSpace)) continue;
            Rule.Require(lines.Count < MostRows, ImportErrors.RowsTooMany);
            lines.Add(Of(rows.Current, columns));
        }

        Rule.Require(lines.Count > 0, ImportErrors.Empty);
        return lines;
    }

    public static string Write(IEnumerable<CustomerDetails> customers)
    {
        var table = new StringBuilder().AppendJoin(',', CustomerColumns.All.Select(c => c.Name)).Append("\r\n");
        foreach (var customer in customers) table.AppendJoin(',', CustomerColumns.All.Select(c => CsvText.Written(c.Get(customer)))).Append("\r\n");
        return table.ToString();
    }

    static string Text(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file);
            Rule.Require(!text.Contains('\0', StringComparison.Ordinal), ImportErrors.NotText);
            return text.TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBrokenException(ImportErrors.NotText);
        }
    }

    // Spreadsheets write ; where the comma parts decimals. The first line holds names, so whichever it has more of.
    static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    static List<CustomerColumns.Column> Columns(IReadOnlyList<string> header)
    {
        var columns = new List<CustomerColumns.Column>();
        foreach (var name in header)
        {
            var column = CustomerColumns.Find(name) ?? throw new RuleBrokenException(ImportErrors.ColumnUnknown(name));
            Rule.Require(!columns.Contains(column), ImportErrors.ColumnTwice(name));
            columns.Add(column);
        }

        Rule.Require(columns.Any(c => c.Name == "name"), ImportErrors.NameColumnMissing);
        return columns;
    }

    static Line Of(CsvReader.Row row, List<CustomerColumns.Column> columns)
    {
        var errors = new List<Error>();
        if (row.Cells.Count > columns.Count) errors.Add(ImportErrors.CellsTooMany(row.Cells.Count, columns.Count));
        var details = Blank;
        foreach (var (column, cell) in columns.Zip(row.Cells))
        {
            if (string.IsNullOrWhiteSpace(cell)) continue;
            if (column.Set(details, cell.Trim()) is { } set) details = set;
            else errors.Add(ImportErrors.CellUnreadable(column.Name));
        }

        if (IsCountryAlone(details.BillingAddress)) details = details with { BillingAddress = null };
        var check = CustomerCheck.Of(details);
        return new(row.Line, details, check, [.. errors, .. check.Errors]);
    }

    // Programs fill the country in where they know nothing else.
    static bool IsCountryAlone(PostalAddress? address) =>
        address is { Street: "", City: "", MoreStreet: null, PostalCode: null, County: null } && Country.Find(address.Country) == "RO";
}
