using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Messaging;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>What a schedule issues and sends by itself, what stands in its way, and that it goes on once that is mended.</summary>
[Collection(RestPortal.Name)]
public sealed class ScheduleTroubleTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static ScheduleTerms Once => new(SchedulesScene.Today, 1, ScheduleUnit.Months, Count: 1);

    [Fact]
    public async Task One_that_issues_itself_issues_and_tells_what_stood_in_its_way_until_that_is_mended()
    {
        var company = await Company.Create(portal, "sched-issue", hooked: false);
        var good = await portal.Repeat(company, Once, issues: true);
        var wrong = Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "18547291" } };
        var bad = await portal.Repeat(company, Once, issues: true, content: wrong);
        await portal.Send(company.Machine, new MakeDueInvoices());
        var made = await Eventually.Seen(() => portal.Schedule(company, good), s => s.Ledger is [{ Number: not null }]);
        Assert.Null(made.Ledger[0].Problem);
        await portal.Send(company.Machine, new IssueScheduled(made.Ledger[0].Invoice)); // told twice

        var held = (await Eventually.Seen(() => portal.Schedule(company, bad), s => s.Ledger is [{ Problem: not null }])).Ledger[0];
        Assert.Equal(("draft.cui_invalid", true), (held.Problem!.Code, held.IsDraft));
        Assert.True((await portal.Ask(company.Viewer, new ListSchedules())).Rows.Single(r => r.Id == bad).HasProblem);
        var draft = await Eventually.Seen(() => portal.Ask(company.Owner, new GetDraft(held.Invoice)), d => d.Waits is not null);
        await portal.Send(company.Owner, new SaveDraft(held.Invoice, Drafts.Good, draft.Version));
        await portal.Send(company.Owner, new RetrySchedule(bad, 0));
        var mended = await Eventually.Seen(() => portal.Schedule(company, bad), s => s.Ledger is [{ Number: not null, Problem: null }]);
        Assert.Equal(ScheduleState.Ended, mended.Row.State);
        Assert.Equal("schedule.problem_gone", (await portal.As(company.Owner, d => d.Send(new RetrySchedule(bad, 0), Ct))).Error?.Code);
        Assert.Equal("schedule.problem_gone", (await portal.As(company.Owner, d => d.Send(new RetrySchedule(bad), Ct))).Error?.Code);
    }

    [Fact]
    public async Task The_buyer_is_written_as_it_is_on_the_day_an_archived_one_stops_it_and_a_merged_one_is_followed()
    {
        var company = await Company.Create(portal, "sched-buyer", hooked: false);
        var customer = await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu));
        var content = Drafts.Good with { CustomerId = customer, Buyer = Drafts.Good.Buyer with { Name = "Numele vechi" } };
        var schedule = await portal.Send(company.Owner, new CreateSchedule(content, new("Abonament", SchedulesScene.Weekly())));
        var other = await portal.Repeat(company, SchedulesScene.Weekly());
        await portal.Send(company.Owner, new ArchiveCustomer(customer));
        await portal.Send(company.Machine, new MakeDueInvoices());
        Assert.Equal("schedule.customer_archived", (await portal.Schedule(company, schedule)).Problem?.Code);
        Assert.Single((await portal.Schedule(company, other)).Ledger); // held up by nobody

        await portal.Send(company.Owner, new ArchiveCustomer(customer, Archived: false));
        await portal.Send(company.Owner, new RetrySchedule(schedule));
        var made = await Eventually.Seen(() => portal.Schedule(company, schedule), s => s is { Problem: null, Ledger.Count: 1 });
        Assert.Equal(BuyersScene.Exemplu.Name, (await portal.Ask(company.Owner, new GetDraft(made.Ledger[0].Invoice))).Content.Buyer.Name);

        var into = await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu with { Name = "Succesor SRL" }));
        await portal.Send(company.Owner, new MergeCustomers(customer, into));
        var followed = await Eventually.Seen(() => portal.Schedule(company, schedule), s => s.Row.Content.CustomerId == into);
        Assert.Equal(schedule, Assert.Single((await portal.Ask(company.Viewer, new ListSchedules { Customer = into })).Rows).Id);
        Assert.Null(followed.Problem);
        foreach (var problem in (InvoiceSync.Kernel.Error?[])[ScheduleErrors.Empty, null])
        {
            await portal.Send(company.Machine, new NoteScheduleProblem(schedule, null, problem));
            Assert.Equal(problem?.Code, (await portal.Schedule(company, schedule)).Problem?.Code);
        }
    }

    [Fact]
    public async Task Once_issued_it_leaves_by_mail_once_and_one_without_an_address_says_so_until_there_is_one()
    {
        var company = await portal.MailCompany("sched");
        var with = await portal.Repeat(company, Once, issues: true, mails: true, content: Drafts.Good with { Buyer = Drafts.Good.Buyer with { Email = "client@exemplu.ro" } });
        var without = await portal.Repeat(company, Once, issues: false, mails: true);
        await portal.Send(company.Machine, new MakeDueInvoices());
        var issued = (await Eventually.Seen(() => portal.Schedule(company, with), s => s.Ledger is [{ Number: not null }])).Ledger[0].Invoice;
        await portal.Mails(company, issued, MailState.Sent);
        await portal.Send(company.Machine, new MailScheduled(issued)); // told twice
        Assert.Single(await portal.Inbox(company));

        // A person issues this one: it is sent all the same.
        var draft = (await portal.Schedule(company, without)).Ledger[0].Invoice;
        await portal.Send(company.Owner, new IssueDraft(draft));
        await Eventually.Seen(() => portal.Schedule(company, without), s => s.Ledger is [{ Problem.Code: "invoice.recipient_missing" }]);
        var buyer = BuyersScene.Exemplu with { TaxId = Drafts.Good.Buyer.TaxId, Email = "nou@exemplu.ro" };
        var customer = await portal.Send(company.Owner, new CreateCustomer(buyer));
        await portal.Send(company.Owner, new RetrySchedule(without, 0));
        await portal.Mails(company, draft, MailState.Sent);
        await Eventually.Seen(() => portal.Schedule(company, without), s => s.Ledger[0].Problem is null);
        // Told twice, and the address is another by now: it has left, and nothing is wrong.
        await portal.Send(company.Owner, new UpdateCustomer(customer, buyer with { Email = "altul@exemplu.ro" }));
        await portal.Send(company.Machine, new MailScheduled(draft));
        Assert.Single((await portal.Ask(company.Owner, new ListMails($"{draft}"))).Rows);
        Assert.Null(await portal.Ask(company.Machine, new FindScheduled(await portal.Invoice(company))));
    }
}
