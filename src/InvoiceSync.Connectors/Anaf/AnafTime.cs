using System.Globalization;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>ANAF writes times as yyyyMMddHHmm on Romanian clocks, without a zone.</summary>
static class AnafTime
{
    static readonly TimeZoneInfo Bucharest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    public static DateTimeOffset? Read(string? text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Bucharest.GetUtcOffset(local)).ToUniversalTime()
            : null;

    /// <summary>The next midnight there.</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset now)
    {
        var midnight = TimeZoneInfo.ConvertTime(now, Bucharest).Date.AddDays(1);
        return new DateTimeOffset(midnight, Bucharest.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
