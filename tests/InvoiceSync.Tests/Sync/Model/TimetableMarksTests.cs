using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Model;

/// <summary>Whatever a company does to its clock, every moment in which something was sold is read once it lies before the last run's midnight.</summary>
public sealed class TimetableMarksTests
{
    static readonly DateTimeOffset Start = new(2026, 10, 20, 9, 30, 0, TimeSpan.Zero);
    static readonly string[] Zones = ["Europe/Bucharest", "America/Los_Angeles", "Pacific/Auckland", "UTC"];

    [Fact]
    public void No_day_is_skipped_by_new_times_zones_pauses_and_outages() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Deeds(12).ToArbitrary(), deeds => Holes(deeds, marksMoveWhole: false) == 0));

    [Fact]
    public void One_mark_for_both_skips_days() =>
        Assert.Contains(Deeds(12).Sample(100), deeds => Holes(deeds, marksMoveWhole: true) > 0);

    [Fact]
    public void An_hour_changed_before_the_nights_run_leaves_the_day_to_the_next_one()
    {
        var (table, marks) = (Timetable.Usual(TimetableKind.Daily), new TimetableMarks(At(20, 0), null));
        var first = marks.At(At(21, 0), table, Some.Company)!;
        Assert.Equal((new DateOnly(2026, 10, 20), new DateOnly(2026, 10, 20)), first.Days);
        Assert.Null(first.Next.At(At(21, 5), table, Some.Company));

        // Just before two on the 22nd somebody moves it to one o'clock, which has passed: the 21st waits for the next night.
        var moved = first.Next with { LookedAt = At(21, 23) };
        table.Write(new(TimingCycle.Daily, new(1, 0)));
        Assert.Equal((new DateOnly(2026, 10, 21), new DateOnly(2026, 10, 22)), moved.At(At(22, 23), table, Some.Company)!.Days);
    }

    [Fact]
    public void The_days_of_a_pause_are_read_by_the_first_run_after_it()
    {
        var table = Timetable.Usual(TimetableKind.Daily);
        table.Pause(true);
        var look = new TimetableMarks(At(20, 0), At(19, 21)).At(At(25, 0), table, Some.Company)!;
        Assert.Null(look.Days);
        table.Pause(false);
        Assert.Null(look.Next.At(At(25, 0), table, Some.Company));
        Assert.Equal((new DateOnly(2026, 10, 20), new DateOnly(2026, 10, 25)), look.Next.At(At(26, 1), table, Some.Company)!.Days);
    }

    static DateTimeOffset At(int day, int hour) => new(2026, 10, day, hour, 0, 0, TimeSpan.Zero);

    // Between two deeds some hours pass in which the clock looks each half hour, or does not when the portal is off.
    sealed record Deed(int Hours, bool IsOff, TimeOnly At, bool IsWeekly, string? Zone, bool IsPaused);

    static Gen<Deed[]> Deeds(int most) => (
        from hours in Gen.Choose(1, 60)
        from off in Gen.Elements(false, false, true)
        from minute in Gen.Choose(0, 47)
        from weekly in Gen.Elements(false, false, false, true)
        from zone in Gen.Elements<string?>([null, .. Zones])
        from paused in Gen.Elements(false, false, true)
        select new Deed(hours, off, new TimeOnly(minute / 2, minute % 2 * 30), weekly, zone, paused)).ArrayOf(most);

    // How many half hours, from the beginning to the last midnight that a run has reached, lie in no range that was read.
    static int Holes(Deed[] deeds, bool marksMoveWhole)
    {
        var (now, tenant, table) = (Start, Some.Company, Timetable.Usual(TimetableKind.Daily));
        var (marks, read, reached) = (new TimetableMarks(now, null), new List<(DateTimeOffset From, DateTimeOffset End)>(), Start);
        foreach (var deed in deeds)
        {
            tenant = tenant with { Zone = deed.Zone ?? tenant.Zone };
            var timing = new Timing(deed.IsWeekly ? TimingCycle.Weekly : TimingCycle.Daily, deed.At);
            if (timing != table.Timing) marks = new(now, marksMoveWhole ? null : marks.ReadTo ?? marks.LookedAt);
            table.Write(timing);
            table.Pause(deed.IsPaused);
            for (var half = 0; half < deed.Hours * 2; half++)
            {
                now = now.AddMinutes(30);
                if (deed.IsOff || marks.At(now, table, tenant) is not { } look) continue;
                marks = marksMoveWhole ? look.Next with { ReadTo = null } : look.Next;
                if (look.Days is not { } days) continue;
                var (from, end) = (tenant.StartOf(days.From), tenant.StartOf(days.To.AddDays(1)));
                Assert.True(end <= now, "A day is read when it is over.");
                read.Add((from, end));
                if (end > reached) reached = end;
            }
        }

        return Enumerable.Range(0, (int)(reached - Start).TotalHours * 2).Select(h => Start.AddMinutes(30 * h)).Count(at => !read.Any(r => r.From <= at && at < r.End));
    }
}
