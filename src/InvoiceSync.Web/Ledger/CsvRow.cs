using System.Globalization;
using InvoiceSync.Web.Audit;

namespace InvoiceSync.Web.Ledger;

/// <summary>A line of a table file: figures stay figures, with a point; only texts are quoted.</summary>
static class CsvRow
{
    public static string Of(params object?[] cells) =>
        string.Join(',', cells.Select(c => c is decimal figure ? figure.ToString("0.00##", CultureInfo.InvariantCulture) : CsvCell.Of(c as string)));
}
