using System.Globalization;

namespace InvoiceSync.Sandbox.Clock;

/// <summary>The wall clock of the Romanian authority; its answers carry local minutes without a zone.</summary>
static class Bucharest
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    public static string Minute(DateTimeOffset instant) => At(instant).ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    public static string Second(DateTimeOffset instant) => At(instant).ToString("dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset instant) => Day(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
