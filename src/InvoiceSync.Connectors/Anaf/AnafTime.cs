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
}
