using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Reports;

/// <summary>A report as one table of a file: names of columns, and cells that are texts, days, counts or amounts with their currency.</summary>
sealed record ReportSheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>A figure that is no amount, like a VAT rate.</summary>
    public readonly record struct Rate(decimal Percent);

    public static Money Ron(decimal amount) => new(amount, Currency.Ron);
}
