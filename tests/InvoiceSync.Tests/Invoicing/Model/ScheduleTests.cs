using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class ScheduleTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    // Clocks change at midnight, at one, at two; Apia left a whole day out.
    static readonly string[] Zones = ["Europe/Bucharest", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "Pacific/Apia", "Pacific/Kiritimati", "America/New_York", "Asia/Kathmandu", "UTC"];

    [Fact]
    public void Looked_for_each_hour_every_day_is_made_once_on_that_day_whatever_the_clocks_do() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Zones).ToArbitrary(), Gen.Choose(0, 3_650).ToArbitrary(), Gen.Elements(Enum.GetValues<ScheduleUnit>()).ToArbitrary(), (zone, later, unit) =>
        {
            var tenant = new GetTenant.View(default, "", "", TenantMode.Practice, zone);
            var begun = new DateTimeOffset(2010, 1, 1, 0, 5, 0, TimeSpan.Zero).AddDays(later);
            var schedule = Of(new(tenant.DateOf(begun), 1, unit), tenant.DateOf(begun));
            var made = new List<(DateOnly Due, DateOnly On)>();
            for (var now = begun; now < begun.AddDays(120); now = now.AddHours(1)) Make(schedule, tenant.DateOf(now), made);
            return made.Select(m => m.Due).SequenceEqual(schedule.Terms.From(0).Take(made.Count)) && made.Count == schedule.Next
                && made.All(m => m.On == m.Due || m.Due == new DateOnly(2011, 12, 30)) && schedule.NextOn > tenant.DateOf(begun.AddDays(120).AddHours(-1));
        }));

    [Fact]
    public void After_an_outage_of_any_length_each_period_is_made_once_and_nothing_is_made_ahead() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 800).ToArbitrary(), Gen.Choose(0, 800).ToArbitrary(), (first, second) =>
        {
            var (schedule, made) = (Of(new(new(2026, 12, 31), 1, ScheduleUnit.Months)), new List<(DateOnly Due, DateOnly On)>());
            foreach (var on in (DateOnly[])[Today.AddDays(first), Today.AddDays(first), Today.AddDays(first + second)]) Make(schedule, on, made);
            return made.Select(m => m.Due).SequenceEqual(schedule.Terms.From(0).TakeWhile(day => day <= Today.AddDays(first + second)));
        }));

    [Fact]
    public void Days_left_out_in_a_pause_cost_no_invoice()
    {
        var schedule = Of(new(new(2026, 11, 30), 1, ScheduleUnit.Months, Count: 3));
        schedule.Pause(Some.Noon);
        schedule.Resume(new(2027, 2, 15), Some.Noon);
        Assert.Equal([new(2027, 2, 28), new(2027, 3, 30), new(2027, 4, 30)], schedule.Days);
        Assert.Equal((3, 3), (schedule.Next, schedule.Skipped));
    }

    [Fact]
    public void The_day_on_which_it_goes_on_is_still_to_come()
    {
        var schedule = Of(new(Today, 1, ScheduleUnit.Weeks));
        schedule.Pause(Some.Noon);
        schedule.Resume(Today.AddDays(7), Some.Noon);
        Assert.Equal(Today.AddDays(7), schedule.NextOn);
    }

    [Fact]
    public void One_that_had_ended_and_is_given_a_later_end_makes_up_nothing()
    {
        var schedule = Of(new(Today, 1, ScheduleUnit.Months, Count: 1));
        schedule.Advance();
        Assert.Equal(ScheduleState.Ended, schedule.State);
        schedule.Set(schedule.Setup with { Terms = schedule.Terms with { Count = 2 } }, Today.AddMonths(5).AddDays(1), Some.Noon);
        Assert.Equal((Today.AddMonths(6), 5), (schedule.NextOn, schedule.Skipped));
        Assert.Single(schedule.Days);
    }

    [Fact]
    public void Its_days_may_move_until_it_has_begun()
    {
        var schedule = Of(new(Today, 1, ScheduleUnit.Months));
        var later = schedule.Setup with { Terms = new(Today.AddDays(3), 2, ScheduleUnit.Weeks) };
        schedule.Set(later, Today, Some.Noon);
        Assert.Equal(Today.AddDays(3), schedule.NextOn);
        schedule.Advance();
        Assert.Equal("schedule.already_begun", Refusal(() => schedule.Set(later with { Terms = later.Terms with { LastDay = true } }, Today, Some.Noon)));
        schedule.Set(later with { Name = "Other" }, Today.AddDays(90), Some.Noon); // its first day is in the past by now, and that is no fault
        Assert.Equal(("Other", 1), (schedule.Name, schedule.Next));
    }

    [Fact]
    public void It_keeps_no_dates_of_the_draft_it_came_from()
    {
        var schedule = Of(new(Today, 1, ScheduleUnit.Months));
        schedule.Say(Content with { IssueOn = Today, DueOn = Today, SuppliedFrom = Today, SuppliedTo = Today, TermDays = 14 }, Some.Noon);
        Assert.Equal((null, null, null, null, 14), (schedule.Content.IssueOn, schedule.Content.DueOn, schedule.Content.SuppliedFrom, schedule.Content.SuppliedTo, schedule.Content.TermDays));
        foreach (var empty in (DraftContent[])[new(), Content with { Buyer = new() }, Content with { Lines = [new()] }]) Assert.Equal("schedule.empty", Refusal(() => schedule.Say(empty, Some.Noon)));
    }

    [Fact]
    public void Ended_by_hand_it_stays_ended()
    {
        var schedule = Of(new(Today, 1, ScheduleUnit.Months));
        schedule.Note(ScheduleErrors.CustomerArchived);
        schedule.End(Some.Noon);
        Assert.Equal((ScheduleState.Ended, null, null), (schedule.State, schedule.NextOn, schedule.Problem));
        Assert.Empty(schedule.Days);
        Assert.Equal("schedule.already_ended", Refusal(() => schedule.Set(schedule.Setup, Today, Some.Noon)));
        Assert.Equal("schedule.already_ended", Refusal(() => schedule.Resume(Today, Some.Noon)));
    }

    static DraftContent Content => new() { Buyer = new(Name: "Client SRL"), Lines = [new("Chirie", null, 1, 500)] };

    static Schedule Of(ScheduleTerms terms, DateOnly? today = null)
    {
        var schedule = new Schedule { Id = Some.Id<ScheduleId>(1) };
        schedule.Set(new("Chirie", terms), today ?? Today, Some.Noon);
        schedule.Say(Content, Some.Noon);
        return schedule;
    }

    // What the worker does: each period whose day has come.
    static void Make(Schedule schedule, DateOnly today, List<(DateOnly Due, DateOnly On)> made)
    {
        while (schedule.NextOn <= today)
        {
            made.Add((schedule.NextOn.Value, today));
            schedule.Advance();
        }
    }

    static string? Refusal(Action act) => (Record.Exception(act) as RuleBrokenException)?.Error.Code;
}
