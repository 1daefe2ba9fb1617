using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Payments;
using InvoiceSync.Webhooks;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Messaging;

/// <summary>Customers are reminded by the plan, once for each step, of what is owed at that moment and of nothing else; and thanked.</summary>
[Collection(RestPortal.Name)]
public sealed class RemindersTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime);

    [Fact]
    public async Task On_its_day_a_step_reminds_once_however_often_and_by_how_many_it_is_asked()
    {
        var company = await Reminding("reminds", [1, 7]);
        var (late, early) = (await Due(company, -1), await Due(company, 3));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => portal.As(company.Machine, d => d.Send(new RemindCustomers(), Ct))));
        await portal.Send(company.Machine, new RemindCustomers());
        await portal.Mails(company, late, MailState.Sent);
        var arrived = Assert.Single(await portal.Inbox(company));
        Assert.Contains("a ajuns la termen", arrived.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("application/pdf", Assert.Single(arrived.GetProperty("files").EnumerateArray()).GetProperty("type").GetString());
        Assert.Equal((1, ReminderOutcome.Queued), Assert.Single((await portal.Ask(company.Owner, new ListReminders(late))).Rows) is var row ? (row.Step!.Value, row.Outcome) : default);
        Assert.Empty((await portal.Ask(company.Owner, new ListReminders(early))).Rows);
        Assert.Null((await portal.Ask(company.Owner, new GetInvoice(late))).SentAt);
    }

    [Fact]
    public async Task After_an_outage_only_the_latest_step_is_made_up_for_and_none_from_before_the_plan()
    {
        var company = await Reminding("outage", [-3, 1, 7, 14]);
        var (old, young, before, ancient) = (await Due(company, -9), await Due(company, -4), await Due(company, 2), await Due(company, -60));
        await portal.Send(company.Machine, new RemindCustomers());
        Assert.Empty((await portal.Ask(company.Owner, new ListMails())).Rows); // all these days were before the plan began
        await portal.Sql($"update invoicing.reminder_plans set since = '2026-01-01' where tenant_id = '{company.Id.Value}'");
        Assert.Equal([old], await portal.Ask(company.Machine, new FindDueReminders(Today, 7, 14, new(2026, 1, 1))));
        await portal.Send(company.Machine, new RemindCustomers());
        Assert.Equal([7, 1, -3], await Steps(company, old, young, before));
        Assert.Empty((await portal.Ask(company.Owner, new ListReminders(ancient))).Rows);
        await portal.Send(company.Machine, new RemindCustomers());
        Assert.Equal(3, (await portal.Ask(company.Owner, new ListMails())).Rows.Count);
    }

    [Fact]
    public async Task What_is_paid_void_credited_given_up_or_paused_is_never_reminded_of_and_what_is_not_is()
    {
        var company = await Reminding("settled", [1]);
        var (paid, credited, lost, paused, open, gone) = (await Due(company, -1), await Due(company, -1), await Due(company, -1), await Due(company, -1), await Due(company, -1), await Due(company, -1));
        await portal.Sql($"select set_config('app.tenant', '{company.Id.Value}', false); update invoicing.invoices set voided_on = now(), void_reason = 'x', open = 0, open_ron = 0, payment = 'Voided', is_filed = false where id = '{gone.Value}'");
        await Pay(company, paid);
        await portal.Send(company.Owner, new CreditInvoice(credited, new(Guid.CreateVersion7()), new("All of it")));
        await portal.Send(company.Owner, new WriteOffInvoice(lost, "Insolvent"));
        await portal.Send(company.Owner, new PauseReminders(paused, Pause: true));
        var unwanted = await Due(company, -1, buyer: "Nu Vrea SRL");
        await portal.Send(company.Owner, new CreateCustomer(new() { Kind = BuyerKind.Company, Name = "Nu Vrea SRL", TaxId = "RO18547290", SendsReminders = false }));

        await portal.Send(company.Machine, new RemindCustomers());
        foreach (var settled in (InvoiceId[])[paid, credited, lost, gone, paused])
        {
            Assert.Empty((await portal.Ask(company.Owner, new ListReminders(settled))).Rows);
            if (settled != paused) Assert.Equal("reminder.nothing_open", (await portal.As(company.Owner, d => d.Send(new SendReminder(settled), Ct))).Error?.Code);
        }

        // All have one customer, who takes none: the plan says so once, and a person may still write.
        foreach (var asked in (InvoiceId[])[open, unwanted]) Assert.Equal(ReminderOutcome.Unwanted, Assert.Single((await portal.Ask(company.Owner, new ListReminders(asked))).Rows).Outcome);
        await portal.Send(company.Owner, new SendReminder(open, "Vă rugăm."));
        await portal.Mails(company, open, MailState.Sent);
        Assert.Contains("Vă rugăm.", Assert.Single(await portal.Inbox(company)).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_falls_into_a_pause_is_noted_and_not_made_up_for_and_a_wrong_address_is_told_once()
    {
        var company = await Reminding("paused", [1, 5]);
        await portal.Sql($"update invoicing.reminder_plans set since = '2026-01-01' where tenant_id = '{company.Id.Value}'");
        var (paused, open, wrong) = (await Due(company, -3), await Due(company, -3), await Due(company, -3, email: "fara-arond"));
        await portal.Send(company.Owner, new PauseReminders(paused, Pause: true));
        await portal.Sql($"select set_config('app.tenant', '{company.Id.Value}', false); update invoicing.invoices set reminders_paused_at = now() - interval '4 days' where id = '{paused.Value}'");
        foreach (var _ in (int[])[1, 2]) await portal.Send(company.Owner, new PauseReminders(paused, Pause: false));
        foreach (var _ in (int[])[1, 2]) await portal.Send(company.Machine, new RemindCustomers());
        foreach (var (invoice, outcome) in new[] { (paused, ReminderOutcome.Paused), (open, ReminderOutcome.Queued), (wrong, ReminderOutcome.AddressWrong) })
            Assert.Equal((1, outcome), Assert.Single((await portal.Ask(company.Owner, new ListReminders(invoice))).Rows) is var row ? (row.Step!.Value, row.Outcome) : default);
        Assert.Equal("mail.address_invalid", (await portal.As(company.Owner, d => d.Send(new SendReminder(wrong), Ct))).Error?.Code);
        // The plan goes on with what is still to come.
        Assert.Contains(paused, await portal.Ask(company.Machine, new FindDueReminders(Today.AddDays(2), 5, null, Today)));
    }

    [Fact]
    public async Task What_is_paid_while_the_letter_is_written_is_not_sent_and_the_database_knows_each_step_once()
    {
        var company = await Reminding("meanwhile", [1]);
        var invoice = await Due(company, -1);
        var letter = new Letter("Subject", "Text", "<p>Text</p>");
        await Pay(company, invoice, 21);
        Assert.Equal("reminder.moved", (await portal.As(company.Machine, d => d.Send(new SealReminder(invoice, 1, 121, "a@exemplu.ro", letter, ReminderOutcome.Queued, null), Ct))).Error?.Code);
        await Pay(company, invoice, 100);
        Assert.Equal("reminder.nothing_open", (await portal.As(company.Machine, d => d.Send(new SealReminder(invoice, 1, 0, "a@exemplu.ro", letter, ReminderOutcome.Queued, null), Ct))).Error?.Code);
        Assert.Empty((await portal.Ask(company.Owner, new ListMails())).Rows);

        var other = await Due(company, -1);
        await portal.Send(company.Machine, new SealReminder(other, 1, 121, "a@exemplu.ro", letter, ReminderOutcome.Queued, null));
        Assert.Equal("reminder.repeated", (await portal.As(company.Machine, d => d.Send(new SealReminder(other, 1, 121, "a@exemplu.ro", letter, ReminderOutcome.Queued, null), Ct))).Error?.Code);
        string Row(string step) => $"insert into invoicing.reminders (tenant_id, id, invoice, step, outcome, at) values ('{company.Id.Value}', gen_random_uuid(), '{other.Value}', {step}, 'Unwanted', now())";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await LedgerScene.Raw(portal.Database.Platform, Row("1")));
        Assert.Null(await LedgerScene.Raw(portal.Database.Platform, Row("7")));
        await portal.Send(company.Owner, new PauseReminders(other, Pause: true));
        Assert.Equal("reminder.off", (await portal.As(company.Machine, d => d.Send(new SealReminder(other, 14, 121, "a@exemplu.ro", letter, ReminderOutcome.Queued, null), Ct))).Error?.Code);
    }

    [Fact]
    public async Task Whoever_has_paid_is_thanked_once_where_the_company_wants_it()
    {
        var company = await portal.MailCompany("thanks");
        var before = await Due(company, 5);
        await Pay(company, before);
        await portal.Reacted(company, "ThankForPayment");
        await portal.Send(company.Owner, new SaveReminderPlan(false, [1], SendsReceipts: true));
        var (invoice, next, yesterday) = (await Due(company, 5, email: null), await Due(company, 5), Today.AddDays(-1));
        var details = new CustomerDetails { Name = "Exemplu Client SRL", TaxId = "RO18547290", Email = "plata@exemplu.ro" };
        var customer = await portal.Send(company.Owner, new CreateCustomer(details));
        await Pay(company, invoice, 21);
        var payment = await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), yesterday, new(221, Currency.Ron), PaymentMethod.BankTransfer, [new(invoice)]));
        await portal.Mails(company, invoice, MailState.Sent);
        await portal.Send(company.Machine, new SendReceipt(invoice, 100, yesterday));
        // The address is another by now: it was thanked all the same.
        await portal.Send(company.Owner, new UpdateCustomer(customer, details with { Email = "alta@exemplu.ro" }));
        await portal.Send(company.Machine, new SendReceipt(invoice, 100, yesterday));
        var text = Assert.Single(await portal.Inbox(company)).GetProperty("text").GetString();
        Assert.Contains("100,00 RON", text, StringComparison.Ordinal);
        Assert.Contains(yesterday.ToString("d MMMM yyyy", new CultureInfo("ro-RO")), text, StringComparison.Ordinal);

        // What is left over of it was thanked for when it came.
        await Pay(company, next, 21);
        await portal.Send(company.Owner, new ApplyCredit(payment, next, Guid.CreateVersion7()));
        Assert.Equal(InvoiceStatus.Paid, (await portal.Ask(company.Owner, new GetInvoice(next))).Settlement.Status);
        await portal.Reacted(company, "ThankForPayment");
        foreach (var unthanked in (InvoiceId[])[before, next]) Assert.Empty((await portal.Ask(company.Owner, new ListMails($"{unthanked}"))).Rows);
    }

    [Fact]
    public async Task An_invoice_is_told_to_be_overdue_once_when_its_day_is_over()
    {
        var company = await portal.MailCompany("overdue");
        var (late, today, paid) = (await Due(company, -1), await Due(company, 0), await Due(company, -1));
        await Pay(company, paid);
        foreach (var _ in (int[])[1, 2]) await portal.Send(company.Machine, new MarkOverdueInvoices());
        Assert.Equal(0, await portal.Send(company.Machine, new TellOverdue(Today)));
        Assert.Equal(1L, await portal.Sql($"select count(*) from kernel.events where tenant_id = '{company.Id.Value}' and name = 'invoice.overdue'"));
        Assert.Equal(1L, await portal.Sql($"select count(*) from kernel.events where name = 'invoice.overdue' and body::text like '%{late.Value}%'"));
        Assert.Equal([late], (await portal.Ask(company.Owner, new ListInvoices(Status: InvoiceStatus.Overdue))).Rows.Select(r => r.Id));
        Assert.Equal(InvoiceStatus.Issued, (await portal.Ask(company.Owner, new GetInvoice(today))).Settlement.Status);
        await portal.Send(company.Machine, new NumberEvents());
        Assert.Contains("invoice.overdue", (await portal.Ask(company.Owner, new ListEvents())).Rows.Select(e => e.Type));
    }

    [Fact]
    public async Task Another_company_neither_reminds_pauses_nor_sees()
    {
        var (ours, theirs) = (await Reminding("ours-reminds", [1]), await Reminding("theirs-reminds", [1]));
        var invoice = await Due(ours, -1);
        await portal.Send(theirs.Machine, new RemindCustomers());
        Assert.Equal("invoice.not_found", (await portal.As(theirs.Owner, d => d.Send(new SendReminder(invoice), Ct))).Error?.Code);
        Assert.Equal("invoice.not_found", (await portal.As(theirs.Owner, d => d.Send(new PauseReminders(invoice, true), Ct))).Error?.Code);
        Assert.Equal("invoice.not_found", (await portal.As(theirs.Owner, d => d.Ask(new ListReminders(invoice), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(ours.Viewer, d => d.Send(new SendReminder(invoice), Ct))).Error?.Code);
        Assert.Empty((await portal.Ask(ours.Owner, new ListReminders(invoice))).Rows);
        Assert.True((await portal.Ask(ours.Owner, new GetReminderPlan())).IsOn);
    }

    async Task<Company> Reminding(string name, IReadOnlyList<int> days)
    {
        var company = await portal.MailCompany(name);
        await portal.Send(company.Owner, new SaveReminderPlan(true, days, SendsReceipts: false));
        return company;
    }

    // Due that many days from today; 121.00 RON.
    Task<InvoiceId> Due(Company company, int days, string buyer = "Exemplu Client SRL", string? email = "client@exemplu.ro") => RestPortal.Issue(
        portal, company, RestPortal.Document($"R-{Guid.CreateVersion7():N}"[..20] + Random.Shared.Next(), Today.AddDays(Math.Min(days, 0) - 1), 100, buyer, email) with { DueOn = Today.AddDays(days) });

    async Task Pay(Company company, InvoiceId invoice, decimal amount = 121) =>
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), Today, new(amount, Currency.Ron), PaymentMethod.BankTransfer, [new(invoice)]));

    async Task<IEnumerable<int>> Steps(Company company, params InvoiceId[] invoices)
    {
        var steps = new List<int>();
        foreach (var invoice in invoices) steps.Add(Assert.Single((await portal.Ask(company.Owner, new ListReminders(invoice))).Rows).Step!.Value);
        return steps;
    }
}
