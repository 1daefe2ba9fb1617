using System.Globalization;
using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

static class ImportErrors
{
    public static readonly Error FileTooLarge = Error.Invalid("import.file_too_large", "Take a file of at most 2 MB, or cut it into several.");
    public static readonly Error RowsTooMany = Error.Invalid("import.rows_too_many", "Take at most 5,000 customers at once, or cut the file into several.");
    public static readonly Error NotText = Error.Invalid("import.not_text", "This is no text in UTF-8. Save the table as CSV UTF-8 and choose that file.");
    public static readonly Error Empty = Error.Invalid("import.rows_missing", "The file holds no customer: under its first line with the names of the columns there is nothing.");
    public static readonly Error NameColumnMissing = Error.Invalid("import.name_column_missing", "The first line has to name the columns, one of them name. Download the example to see all names.");
    public static readonly Error Faulty = Error.Refused("import.faulty", "Nothing was imported: put the rows right that are listed, then choose the file again.");

    public static Error QuoteOpen(int line) => Error.Invalid("import.quote_open", $"The quote opened in line {line.ToString(CultureInfo.InvariantCulture)} is never closed.");

    public static Error ColumnUnknown(string name) => Error.Invalid(
        "import.column_unknown", $"There is no column {Shown(name)}. Columns are {string.Join(", ", CustomerColumns.All.Select(c => c.Name))}.", Shown(name));

    public static Error ColumnTwice(string name) => Error.Invalid("import.column_duplicated", $"The column {Shown(name)} is there twice.", Shown(name));

    public static Error CellsTooMany(int cells, int columns) => Error.Invalid(
        "import.cells_too_many", $"The row has {cells.ToString(CultureInfo.InvariantCulture)} cells and the table {columns.ToString(CultureInfo.InvariantCulture)} columns. Put texts with separators into quotes.");

    public static Error CellUnreadable(string column) => Error.Invalid("import.cell_unreadable", $"The cell {column} cannot be understood. {Wanted(column)}", column);

    static string Wanted(string column) => column switch
    {
        "kind" => "Write company or individual.",
        "payment_terms" => "Write a whole number of days.",
        _ => "Write yes or no.",
    };

    // A header may be half the file.
    static string Shown(string name) => PlainText.Fit(name, 40);
}
