using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// Two marks of a timetable: up to when its times were looked at, and up to when what was sold has been read. A new time, a pause and an
/// outage move the first alone, so a run reads every day that none has read. ReadTo is null until there was a run.
/// </summary>
sealed record TimetableMarks(DateTimeOffset LookedAt, DateTimeOffset? ReadTo)
{
    /// <summary>What a look at a moment begins; without Days nothing, for the timetable is paused.</summary>
    public sealed record Look(TimetableMarks Next, DateTimeOffset DueAt, (DateOnly From, DateOnly To)? Days);

    /// <summary>Null when nothing came due since the last look.</summary>
    public Look? At(DateTimeOffset now, Timetable table, GetTenant.View tenant)
    {
        var due = table.Timing.Latest(now, TimeZoneInfo.FindSystemTimeZoneById(tenant.Zone));
        if (due <= LookedAt) return null;
        var unread = ReadTo ?? LookedAt;
        if (table.IsPaused) return new(new(now, unread), due, null);

        var today = tenant.DateOf(now);
        var end = tenant.StartOf(today);
        // A company that moved west begins a day again; what was read stays read.
        return new(new(now, end > unread ? end : unread), due, TimetableStart.Days(table.Kind, tenant.DateOf(unread), today));
    }
}
