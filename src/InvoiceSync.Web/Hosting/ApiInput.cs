using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting;

/// <summary>Reads the texts of a query; the first that is wrong is remembered as the refusal.</summary>
sealed class ApiInput
{
    public const int MostRows = 100;
    public const int UsualRows = 50;

    public Error? Error { get; private set; }

    public DateOnly? Date(string field, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2100) return date;
        Error ??= ApiErrors.DateInvalid(field);
        return null;
    }

    public T? OneOf<T>(string field, string? text, IReadOnlyDictionary<string, T> known) where T : struct
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (known.TryGetValue(text, out var value)) return value;
        Error ??= ApiErrors.ValueUnknown(field, known.Keys);
        return null;
    }

    public int Rows(string? text)
    {
        if (string.IsNullOrEmpty(text)) return UsualRows;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and <= MostRows) return rows;
        Error ??= ApiErrors.LimitInvalid;
        return UsualRows;
    }

    public PageKey? Cursor(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (PageCursor.Read(text) is { } key) return key;
        Error ??= ApiErrors.CursorInvalid;
        return null;
    }

    public void Require(bool holds, Error otherwise)
    {
        if (!holds) Error ??= otherwise;
    }
}
