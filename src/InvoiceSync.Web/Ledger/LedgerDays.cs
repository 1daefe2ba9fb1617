using System.Globalization;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Ledger;

/// <summary>The days of a ledger page as they stand in its address; without any, from the first of this month to today.</summary>
static class LedgerDays
{
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static (DateOnly From, DateOnly To) Period(string? from, string? to, Workplace place, DateTimeOffset now)
    {
        var last = Read(to) ?? place.Date(now);
        var first = Read(from) ?? new DateOnly(last.Year, last.Month, 1);
        return (first <= last ? first : last, last);
    }
}
