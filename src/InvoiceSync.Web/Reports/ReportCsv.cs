using System.Globalization;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Audit;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>A table as CSV: figures with a point and the decimals of their currency, days as yyyy-MM-dd, texts that no program takes for a formula.</summary>
static class ReportCsv
{
    public const string ContentType = "text/csv";

    public static byte[] Write(ReportSheet sheet)
    {
        var text = new StringBuilder().AppendJoin(',', sheet.Columns).Append("\r\n");
        foreach (var row in sheet.Rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Cell(object? cell) => cell switch
    {
        null => "",
        string text => CsvCell.Of(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Money money => money.Shown().ToString(CultureInfo.InvariantCulture),
        ReportSheet.Rate rate => rate.Percent.ToString("0.##", CultureInfo.InvariantCulture),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No cell is made of {cell.GetType()}.", nameof(cell)),
    };
}
