using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Shared;

/// <summary>The company on screen and what the reader may do there. It turns instants into the days and hours its people read on their wall.</summary>
public sealed record Workplace(GetTenant.View Tenant, Caller Caller)
{
    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(Tenant.Zone);

    public bool IsPractice => Tenant.Mode == TenantMode.Practice;

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>The instant a clock on their wall shows this; of the two of an autumn night the earlier.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    public DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    public string Day(DateTimeOffset at) => Formats.Day(Date(at));

    public string Hour(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.CurrentCulture);

    public string Moment(DateTimeOffset at) => $"{Day(at)}, {Hour(at)}";

    /// <summary>To the second, for the story of one sale.</summary>
    public string Second(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.CurrentCulture);
}
