using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Timetables;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>What a company's clock begins: once, also after an outage and with two nodes, in its own house, and not while it is paused.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class TimetablesTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missed_times_are_made_up_by_one_run_over_all_their_days_however_many_nodes_look()
    {
        var (company, other) = (await Company.Create(portal, "clock-missed", hooked: false), await Company.Create(portal, "clock-other", hooked: false));
        await Look(company);
        Assert.Empty((await Seen(company)).Runs); // who has just come owes nothing
        await Passed(company, 3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.As(company.Machine, d => d.Send(new BeginDueTimetables(), Ct))));
        await Look(company);

        var run = Assert.Single((await Seen(company)).Runs, r => r.Kind == TimetableKind.Daily);
        var sync = (await portal.Ask(company.Owner, new GetSyncRun()))!;
        Assert.InRange(sync.To.DayNumber - sync.From.DayNumber, 2, 3);
        Assert.Null(run.StartedBy);
        await Eventually.Seen(() => Seen(company), t => t.Runs.All(r => r.FinishedAt is not null));
        Assert.Empty((await Seen(other)).Runs);
    }

    [Fact]
    public async Task While_it_is_paused_nothing_begins_and_no_run_is_owed_at_once_afterwards()
    {
        var company = await Company.Create(portal, "clock-paused", hooked: false);
        await Look(company);
        foreach (var kind in Enum.GetValues<TimetableKind>()) await portal.Send(company.Owner, new SaveTimetable(kind, Timing.Usual(kind), IsPaused: true));
        await Passed(company, 40);
        await Look(company);
        foreach (var kind in Enum.GetValues<TimetableKind>()) await portal.Send(company.Owner, new SaveTimetable(kind, Timing.Usual(kind)));
        await Look(company);
        var seen = await Seen(company);
        Assert.Empty(seen.Runs);
        Assert.All(seen.Tables, t => Assert.True(t is { IsPaused: false, NextAt: not null }));
    }

    [Fact]
    public async Task A_new_time_holds_from_now_on_and_is_told_by_the_companys_clock()
    {
        var company = await Company.Create(portal, "clock-edited", hooked: false);
        await Look(company);
        await Passed(company, 2);
        await portal.Send(company.Owner, new SaveTimetable(TimetableKind.Daily, new(TimingCycle.Weekly, new(5, 30), DayOfWeek.Wednesday)));
        await Look(company);
        var seen = await Seen(company);
        Assert.DoesNotContain(seen.Runs, r => r.Kind == TimetableKind.Daily);
        // The two days nobody has read wait for the next time.
        Assert.True((bool)(await Database.Ask(portal.Database.Platform, $"select read_to < looked_at - interval '1 day' from sync.timetable_cursors where kind = 'Daily' and tenant_id = '{company.Id.Value}'", Ct))!);
        var next = seen.Tables.Single(t => t.Kind == TimetableKind.Daily).NextAt!.Value;
        Assert.Equal((DayOfWeek.Wednesday, new TimeOnly(5, 30)), (next.DayOfWeek, TimeOnly.FromDateTime(next.DateTime)));
        Assert.Equal("timetable.timing_invalid", (await portal.As(company.Owner, d => d.Send(new SaveTimetable(TimetableKind.Full, new(TimingCycle.Monthly, new(4, 0), MonthDay: 31)), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new SaveTimetable(TimetableKind.Full, Timing.Usual(TimetableKind.Full)), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new RunTimetable(TimetableKind.Full), Ct))).Error?.Code);
    }

    [Fact]
    public async Task Run_by_hand_it_reads_the_year_and_brings_the_buyers_into_the_directory_once()
    {
        var company = await Company.Create(portal, "clock-hand", hooked: false);
        await portal.Practice.Sell(company.Slug, "company", 2);
        var run = await portal.Send(company.Owner, new RunTimetable(TimetableKind.Full));
        var read = (await Eventually.Seen(() => Seen(company), t => t.Runs is [{ FinishedAt: not null }])).Runs[0];
        Assert.Equal((run, 2, 2, company.Owner.Actor, null), (read.Id, read.Found, read.Handled, read.StartedBy, read.Trouble));
        await portal.Send(company.Machine, new SettleTimetableRun(run)); // a node that had died comes back to it

        await portal.Send(company.Owner, new RunTimetable(TimetableKind.Customers));
        await Eventually.Seen(() => Seen(company), t => t.Runs.All(r => r.FinishedAt is not null));
        var buyers = (await portal.Ask(company.Owner, new ListCustomers())).Rows;
        Assert.NotEmpty(buyers);
        var again = (await Seen(company)).Runs[0].Id;
        await portal.Send(company.Machine, new RunCustomerTimetable(again));
        await portal.Send(company.Machine, new NoteTimetableRun(again, 99, 99));
        Assert.Equal(buyers.Count, (await portal.Ask(company.Owner, new ListCustomers())).Rows.Count);
        Assert.NotEqual(99, (await Seen(company)).Runs[0].Found);
    }

    Task Look(Company company) => portal.Send(company.Machine, new BeginDueTimetables());

    Task<GetTimetables.View> Seen(Company company) => portal.Ask(company.Owner, new GetTimetables());

    // The portal was off for some days.
    Task Passed(Company company, int days) =>
        Database.Ask(portal.Database.Platform, $"update sync.timetable_cursors set looked_at = looked_at - interval '{days} days' where tenant_id = '{company.Id.Value}'", Ct);
}
