using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Invoices by the calendar: every day that has come is made, once, however many nodes try at the same moment.</summary>
[Collection(RestPortal.Name)]
public sealed class SchedulesTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Today => SchedulesScene.Today;

    [Fact]
    public async Task Missed_days_are_made_up_once_by_sixteen_who_try_at_the_same_moment_and_again_later()
    {
        var company = await Company.Create(portal, "sched-once", hooked: false);
        var schedule = await portal.Repeat(company, SchedulesScene.Weekly());
        await portal.Miss(schedule, 15);
        Assert.Equal([-15, -8, -1, 6], (await portal.Schedule(company, schedule)).NextDays.Select(day => day.DayNumber - Today.DayNumber));

        var tried = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => portal.As(company.Machine, d => d.Send(new MakeScheduled(schedule, 0, Today), Ct)), Ct)));
        Assert.Single(tried, t => t.IsOk && t.OrThrow());
        Assert.All(tried.Where(t => !t.IsOk), t => Assert.Equal(ErrorKind.Conflict, t.Error!.Kind));
        Assert.Single((await portal.Schedule(company, schedule)).Ledger);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.As(company.Machine, d => d.Send(new MakeDueInvoices(), Ct)), Ct)));
        await portal.Send(company.Machine, new MakeDueInvoices());
        Assert.False(await portal.Send(company.Machine, new MakeScheduled(schedule, 1, Today))); // told late

        var seen = await portal.Schedule(company, schedule);
        Assert.Equal([2, 1, 0], seen.Ledger.Select(m => m.Period));
        Assert.Equal([-1, -8, -15], seen.Ledger.Select(m => m.DueOn.DayNumber - Today.DayNumber));
        Assert.All(seen.Ledger, m => Assert.True(m.IsDraft));
        Assert.Equal(Today.AddDays(6), Assert.Single(seen.NextDays));
        Assert.Equal(3, (await portal.Ask(company.Owner, new ListDrafts())).Rows.Count(r => seen.Ledger.Any(m => m.Invoice == r.Id)));
        Assert.Empty(await portal.Ask(company.Machine, new ListDueSchedules(Today)));
    }

    [Fact]
    public async Task A_period_is_in_the_database_once_even_for_a_schedule_that_has_forgotten_it_and_without_that_key_it_would_not_be()
    {
        var company = await Company.Create(portal, "sched-key", hooked: false);
        var schedule = await portal.Repeat(company, SchedulesScene.Weekly());
        await portal.Send(company.Machine, new MakeDueInvoices());
        await Database.Ask(portal.Database.Platform, $"update invoicing.schedules set next = 0, next_on = '{Today:yyyy-MM-dd}' where id = '{schedule.Value}'", Ct);
        var drafts = (await portal.Ask(company.Owner, new ListDrafts())).Rows.Count;
        var again = await portal.As(company.Machine, d => d.Send(new MakeScheduled(schedule, 0, Today), Ct));
        Assert.Equal("row.duplicated", again.Error?.Code);
        Assert.Equal(drafts, (await portal.Ask(company.Owner, new ListDrafts())).Rows.Count);

        var withoutKey = $"""
            begin;
            alter table invoicing.scheduled_invoices drop constraint pk_scheduled_invoices;
            set local app.tenant = '{company.Id.Value}';
            insert into invoicing.scheduled_invoices (tenant_id, schedule, period, due_on, invoice, made_at)
                select tenant_id, schedule, period, due_on, gen_random_uuid(), made_at from invoicing.scheduled_invoices where schedule = '{schedule.Value}';
            select count(*) from invoicing.scheduled_invoices where schedule = '{schedule.Value}';
            rollback
            """;
        Assert.Equal(2L, await Database.Ask(portal.Database.Owner, withoutKey, Ct));
    }

    [Fact]
    public async Task What_falls_into_a_pause_is_left_out_without_costing_an_invoice_and_an_end_is_for_good()
    {
        var company = await Company.Create(portal, "sched-pause", hooked: false);
        var schedule = await portal.Repeat(company, SchedulesScene.Weekly());
        await portal.Send(company.Owner, new PauseSchedule(schedule, true));
        await portal.Miss(schedule, 15);
        await portal.Send(company.Machine, new MakeDueInvoices());
        Assert.Empty((await portal.Schedule(company, schedule)).Ledger);
        Assert.Equal(schedule, Assert.Single((await portal.Ask(company.Viewer, new ListSchedules(ScheduleState.Paused))).Rows).Id);
        await portal.Send(company.Owner, new PauseSchedule(schedule, false));
        await portal.Send(company.Machine, new MakeDueInvoices());
        var seen = await portal.Schedule(company, schedule);
        Assert.Empty(seen.Ledger);
        Assert.Equal([6, 13, 20, 27], seen.NextDays.Select(day => day.DayNumber - Today.DayNumber));
        Assert.Equal("schedule.already_begun", await Refusal(company.Owner, new UpdateSchedule(schedule, seen.Row.Setup with { Terms = seen.Row.Setup.Terms with { Every = 2 } })));

        // It ends sooner, is opened again by a later end, and then ended by hand.
        await portal.Send(company.Owner, new UpdateSchedule(schedule, seen.Row.Setup with { Name = "Alt nume", Terms = seen.Row.Setup.Terms with { Until = Today.AddDays(1) } }));
        Assert.Equal(("Alt nume", ScheduleState.Ended), (await portal.Schedule(company, schedule)) is { Row: var row } ? (row.Setup.Name, row.State) : default);
        await portal.Send(company.Owner, new UpdateSchedule(schedule, seen.Row.Setup));
        Assert.Equal(4, (await portal.Schedule(company, schedule)).NextDays.Count);
        await portal.Send(company.Owner, new EndSchedule(schedule));
        await portal.Send(company.Owner, new EndSchedule(schedule));
        Assert.True((await portal.Schedule(company, schedule)) is { IsEnded: true, NextDays.Count: 0 });
        foreach (var command in (ICommand<Done>[])[new UpdateSchedule(schedule, seen.Row.Setup), new PauseSchedule(schedule, true), new PauseSchedule(schedule, false)])
            Assert.Equal("schedule.already_ended", await Refusal(company.Owner, command));
    }

    [Fact]
    public async Task What_it_says_is_rewritten_in_a_draft_and_taken_over()
    {
        var company = await Company.Create(portal, "sched-rewrite", hooked: false);
        var schedule = await portal.Repeat(company, SchedulesScene.Weekly());
        var draft = await portal.Send(company.Owner, new CopySchedule(schedule));
        // It is no invoice in the making, whoever finds it among the drafts.
        Assert.Equal("draft.kept_for_schedule", await Refusal(company.Owner, new IssueDraft(draft)));
        Assert.Equal("draft.kept_for_schedule", await Refusal(company.Owner, new MakeEstimate(draft, EstimateKind.Quote, Today)));
        Assert.True(Assert.Single((await portal.Ask(company.Owner, new ListDrafts())).Rows, r => r.Id == draft).IsOfSchedule);
        Assert.Equal(schedule, (await portal.Ask(company.Owner, new GetDraft(draft))).Revises);
        await portal.Send(company.Owner, new SaveDraft(draft, Drafts.Good with { Notes = ["Indexat"], IssueOn = Today }, 1));
        await portal.Send(company.Owner, new ReviseSchedule(schedule, draft));
        Assert.Equal("draft.not_found", (await portal.As(company.Owner, d => d.Ask(new GetDraft(draft), Ct))).Error?.Code);
        await portal.Send(company.Machine, new MakeDueInvoices());
        var made = await portal.Ask(company.Owner, new GetDraft((await portal.Schedule(company, schedule)).Ledger[0].Invoice));
        Assert.Equal(("Indexat", null), (made.Content.Notes.Single(), made.Content.IssueOn));
        var empty = await portal.Send(company.Owner, new CreateDraft(new()));
        Assert.Equal("schedule.empty", await Refusal(company.Owner, new ReviseSchedule(schedule, empty)));
    }

    [Fact]
    public async Task Ones_own_are_all_a_team_member_sees_and_issuing_and_sending_take_the_right_to()
    {
        var company = await Company.Create(portal, "sched-rights", hooked: false);
        var (member, stranger) = (new Caller(company.Id, "usr_member", Roles.Of(Roles.TeamMember)), (await Company.Create(portal, "sched-other", hooked: false)).Owner);
        var theirs = await portal.Repeat(company, SchedulesScene.Weekly());
        var draft = await portal.Send(member, new CreateDraft(Drafts.Good));
        var setup = new ScheduleSetup("Mine", SchedulesScene.Weekly());
        foreach (var more in (ScheduleSetup[])[setup with { IssuesItself = true }, setup with { SendsMail = true }]) Assert.Equal("permission.missing", await Refusal(member, new ScheduleInvoice(draft, more)));
        var mine = await portal.Send(member, new ScheduleInvoice(draft, setup));
        Assert.Equal("permission.missing", await Refusal(member, new UpdateSchedule(mine, setup with { IssuesItself = true })));
        // What issues or mails by itself does so in the company's name: its maker changes nothing of it without the right to do the same.
        foreach (var more in (ScheduleSetup[])[setup with { IssuesItself = true }, setup with { SendsMail = true }])
        {
            await portal.Send(company.Owner, new UpdateSchedule(mine, more));
            Assert.False((await portal.Ask(member, new GetSchedule(mine))).MayEdit);
            foreach (var command in (ICommand<Done>[])[
                new UpdateSchedule(mine, more with { Name = "Still mine" }), new UpdateSchedule(mine, more, Drafts.Good with { Notes = ["x"] }), new UpdateSchedule(mine, more with { Terms = more.Terms with { Count = 9 } }), new UpdateSchedule(mine, setup),
                new ReviseSchedule(mine, draft), new PauseSchedule(mine, true), new PauseSchedule(mine, false), new EndSchedule(mine), new RetrySchedule(mine)])
                Assert.Equal((command, "permission.missing"), (command, await Refusal(member, command)));
        }

        await portal.Send(company.Owner, new UpdateSchedule(mine, setup));
        await portal.Send(member, new UpdateSchedule(mine, setup with { Name = "Still mine" }));
        Assert.Equal(mine, Assert.Single((await portal.Ask(member, new ListSchedules())).Rows).Id);
        foreach (var outsider in (Caller[])[member, stranger])
            foreach (var command in (ICommand<Done>[])[new PauseSchedule(theirs, true), new EndSchedule(theirs), new RetrySchedule(theirs), new UpdateSchedule(theirs, setup), new ReviseSchedule(theirs, draft)])
                Assert.Equal("schedule.not_found", await Refusal(outsider, command));
        Assert.Equal("schedule.not_found", await Refusal(stranger, new CopySchedule(theirs)));
        Assert.Equal("invoice.not_found", await Refusal(stranger, new ScheduleInvoice(draft, setup)));
        Assert.Equal("schedule.not_found", (await portal.As(stranger, d => d.Ask(new GetSchedule(mine), Ct))).Error!.Code);
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new PauseSchedule(theirs, true)));
        Assert.Equal("permission.missing", await Refusal(company.Owner, new MakeScheduled(theirs, 0, Today)));
        Assert.Equal("schedule.empty", await Refusal(company.Owner, new ScheduleInvoice(await portal.Send(company.Owner, new CreateDraft(new())), setup)));
        Assert.Equal("schedule.unnamed", await Refusal(company.Owner, new ScheduleInvoice(draft, setup with { Name = " " })));
        Assert.Equal("schedule.first_invalid", await Refusal(company.Owner, new ScheduleInvoice(draft, setup with { Terms = setup.Terms with { First = Today.AddDays(-1) } })));
    }

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
