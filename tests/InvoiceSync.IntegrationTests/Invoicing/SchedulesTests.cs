using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Invoices by the calendar: every day that has come is made, once, however many nodes try at the same moment.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class SchedulesTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime);

    static ScheduleTerms Missed => new(Today.AddDays(-15), 1, ScheduleUnit.Weeks, Count: 4);

    [Fact]
    public async Task Missed_days_are_made_up_once_by_sixteen_who_try_at_the_same_moment_and_again_later()
    {
        var company = await Company.Create(portal, "sched-once", hooked: false);
        var schedule = await Make(company, Missed);
        Assert.Equal([-15, -8, -1, 6], (await Seen(company, schedule)).NextDays.Select(day => day.DayNumber - Today.DayNumber));

        var tried = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => portal.As(company.Machine, d => d.Send(new MakeScheduled(schedule, 0), Ct)), Ct)));
        Assert.Contains(tried, t => t.IsOk);
        Assert.All(tried.Where(t => !t.IsOk), t => Assert.Equal(ErrorKind.Conflict, t.Error!.Kind));
        Assert.Single((await Seen(company, schedule)).Ledger);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.As(company.Machine, d => d.Send(new MakeDueInvoices(), Ct)), Ct)));
        await portal.Send(company.Machine, new MakeDueInvoices());
        await portal.Send(company.Machine, new MakeScheduled(schedule, 1)); // told late

        var seen = await Seen(company, schedule);
        Assert.Equal([2, 1, 0], seen.Ledger.Select(m => m.Period));
        Assert.Equal([-1, -8, -15], seen.Ledger.Select(m => m.DueOn.DayNumber - Today.DayNumber));
        Assert.All(seen.Ledger, m => Assert.True(m.IsDraft));
        Assert.Equal(Today.AddDays(6), Assert.Single(seen.NextDays));
        Assert.Equal(3, (await portal.Ask(company.Owner, new ListDrafts())).Rows.Count(r => seen.Ledger.Any(m => m.Invoice == r.Id)));
        Assert.Empty(await portal.Ask(company.Machine, new ListDueSchedules()));
    }

    [Fact]
    public async Task One_that_issues_itself_issues_and_shows_on_the_draft_what_stands_in_its_way()
    {
        var company = await Company.Create(portal, "sched-issue", hooked: false);
        var good = await Make(company, new(Today, 1, ScheduleUnit.Months, Count: 1), issues: true);
        var bad = await Make(company, new(Today, 1, ScheduleUnit.Months, Count: 1), issues: true, content: Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "18547291" } });
        await portal.Send(company.Machine, new MakeDueInvoices());
        var made = await Eventually.Seen(() => Seen(company, good), s => s.Ledger is [{ Number: not null }]);
        Assert.False(made.Ledger[0].IsDraft);
        var held = (await Seen(company, bad)).Ledger[0];
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetDraft(held.Invoice)), d => d.Waits is not null);
        await portal.Send(company.Machine, new IssueScheduled(made.Ledger[0].Invoice)); // told twice
        Assert.Null((await portal.Ask(company.Viewer, new ListSchedules())).Single(s => s.Id == good).NextOn);
    }

    [Fact]
    public async Task What_falls_into_a_pause_is_left_out_and_an_end_ends_it()
    {
        var company = await Company.Create(portal, "sched-pause", hooked: false);
        var schedule = await Make(company, Missed);
        await portal.Send(company.Owner, new PauseSchedule(schedule, true));
        await portal.Send(company.Machine, new MakeDueInvoices());
        Assert.Empty((await Seen(company, schedule)).Ledger);
        await portal.Send(company.Owner, new PauseSchedule(schedule, false));
        await portal.Send(company.Machine, new MakeDueInvoices());
        var seen = await Seen(company, schedule);
        Assert.Empty(seen.Ledger);
        Assert.Equal(Today.AddDays(6), Assert.Single(seen.NextDays));
        await portal.Send(company.Owner, new EditSchedule(schedule, "Ended", Today.AddDays(1), null, false));
        Assert.Empty((await Seen(company, schedule)).NextDays);
    }

    [Fact]
    public async Task Ones_own_are_all_a_team_member_sees_and_issuing_takes_the_right_to_issue()
    {
        var company = await Company.Create(portal, "sched-rights", hooked: false);
        var (member, stranger) = (new Caller(company.Id, "usr_member", Roles.Of(Roles.TeamMember)), (await Company.Create(portal, "sched-other", hooked: false)).Owner);
        var theirs = await Make(company, Missed);
        var draft = await portal.Send(member, new CreateDraft(Drafts.Good));
        Assert.Equal("permission.missing", await Refusal(member, new ScheduleInvoice(draft, "Mine", Missed, IssuesItself: true)));
        var mine = await portal.Send(member, new ScheduleInvoice(draft, "Mine", Missed));
        Assert.Equal("permission.missing", await Refusal(member, new EditSchedule(mine, "Mine", null, null, true)));
        Assert.Equal(mine, Assert.Single(await portal.Ask(member, new ListSchedules())).Id);
        foreach (var outsider in (Caller[])[member, stranger]) Assert.Equal("schedule.not_found", await Refusal(outsider, new PauseSchedule(theirs, true)));
        Assert.Equal("schedule.not_found", (await portal.As(stranger, d => d.Ask(new GetSchedule(mine), Ct))).Error!.Code);
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new PauseSchedule(theirs, true)));
        Assert.Equal("permission.missing", await Refusal(company.Owner, new MakeScheduled(theirs, 0)));
        Assert.Equal("schedule.empty", await Refusal(company.Owner, new ScheduleInvoice(await portal.Send(company.Owner, new CreateDraft(new())), "Empty", Missed)));
        Assert.Equal("schedule.unnamed", await Refusal(company.Owner, new ScheduleInvoice(draft, " ", Missed)));
    }

    async Task<ScheduleId> Make(Company company, ScheduleTerms terms, bool issues = false, DraftContent? content = null) =>
        await portal.Send(company.Owner, new ScheduleInvoice(await portal.Send(company.Owner, new CreateDraft(content ?? Drafts.Good)), "Chirie", terms, issues));

    Task<GetSchedule.View> Seen(Company company, ScheduleId schedule) => portal.Ask(company.Viewer, new GetSchedule(schedule));

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
