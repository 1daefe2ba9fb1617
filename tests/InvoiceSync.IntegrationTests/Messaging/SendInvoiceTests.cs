using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Messaging;

/// <summary>An invoice goes to its customer by mail, over the real protocol, and tells what became of it.</summary>
[Collection(RestPortal.Name)]
public sealed class SendInvoiceTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoice_sent_arrives_in_the_customers_language_and_is_sent_from_then_on()
    {
        var company = await portal.MailCompany("sends");
        var invoice = await portal.Invoice(company, buyer: "Ana <b> & Fiii");
        var queued = await portal.Send(company.Owner, new SendInvoice(invoice, Cc: ["ion@exemplu.ro"], Message: "Mulțumim!\n<script>"));
        Assert.Equal("client@exemplu.ro", queued.To);

        var mail = (await portal.Mails(company, invoice, MailState.Sent))[0];
        Assert.Equal((queued.Mail, 1, (MailProblem?)null), (mail.Id, mail.Tries, mail.Problem));
        Assert.Contains("250", mail.Answer, StringComparison.Ordinal);
        var arrived = Assert.Single(await portal.Inbox(company));
        Assert.Contains("Factura M-", arrived.GetProperty("subject").GetString(), StringComparison.Ordinal);
        var html = arrived.GetProperty("html").GetString()!;
        Assert.Contains("Mulțumim!<br>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("121,00 RON", arrived.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, arrived.GetProperty("to").GetArrayLength());
        var link = (await portal.Ask(company.Owner, new FindInvoiceLinks([invoice])))[invoice].Address!;
        Assert.Contains(link, arrived.GetProperty("text").GetString(), StringComparison.Ordinal);
        var file = Assert.Single(arrived.GetProperty("files").EnumerateArray());
        Assert.Equal("application/pdf", file.GetProperty("type").GetString());
        Assert.InRange(file.GetProperty("size").GetInt32(), 5_000, 2_000_000);

        var seen = await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(invoice)), i => i.SentAt is not null);
        Assert.Null(seen.UndeliveredAt);
        Assert.Equal(1L, await portal.Sql($"select count(*) from kernel.events where name = 'invoice.sent' and body::text like '%{invoice.Value}%'"));
        Assert.Equal((mail.Subject, true), ((await portal.Ask(company.Owner, new GetMail(mail.Id))).Subject, mail.Subject.Length > 0));
    }

    [Fact]
    public async Task Asked_twice_at_once_it_leaves_once_and_asked_again_later_it_leaves_again()
    {
        var company = await portal.MailCompany("twice");
        var invoice = await portal.Invoice(company);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.As(company.Owner, d => d.Send(new SendInvoice(invoice, Occasion: "same"), Ct))));
        await portal.Mails(company, invoice, MailState.Sent);
        Assert.Single(await portal.Inbox(company));

        await portal.Send(company.Owner, new SendInvoice(invoice));
        await Eventually.Seen(() => portal.Inbox(company), mails => mails.Count == 2);
    }

    [Fact]
    public async Task A_customer_with_a_language_and_an_address_of_its_own_is_written_to_in_it()
    {
        var company = await portal.MailCompany("english");
        await portal.Send(company.Owner, new CreateCustomer(new() { Kind = BuyerKind.Company, Name = "Exemplu Client SRL", TaxId = SampleTaxId, Language = "en", Email = "billing@client.example" }));
        var invoice = await portal.Invoice(company, email: null);
        var prepared = await portal.Ask(company.Owner, new PrepareInvoiceMail(invoice));
        Assert.Equal(("billing@client.example", "en", true), (prepared.To, prepared.Language, prepared.WantsMail));
        Assert.StartsWith("Invoice M-", prepared.Letter.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_to_the_customer_it_was_written_for_and_not_to_one_whose_number_only_begins_so()
    {
        var company = await portal.MailCompany("whose");
        await portal.Send(company.Owner, new CreateCustomer(new() { Name = "Alt Client GmbH", TaxId = SampleTaxId + "1", Email = "gresit@exemplu.ro", BillingAddress = new("Weg 1", null, "Berlin", "10115", null, "DE") }));
        var invoice = await portal.Invoice(company, email: null);
        Assert.Null((await portal.Ask(company.Owner, new PrepareInvoiceMail(invoice))).To);
        await portal.Send(company.Owner, new CreateCustomer(new() { Name = "Exemplu Client SRL", TaxId = SampleTaxId, Email = "bun@exemplu.ro", SendsReminders = false }));
        Assert.Equal(("bun@exemplu.ro", false), await portal.Ask(company.Owner, new PrepareInvoiceMail(invoice) { Kind = MailKind.Reminder }) is var found ? (found.To, found.WantsMail) : default);

        // Two have the number: only who it was written for is asked.
        var twin = await portal.Send(company.Owner, new CreateCustomer(new() { Name = "Geamăn SRL", TaxId = SampleTaxId, Email = "geaman@exemplu.ro", SendsReminders = false }));
        Assert.Null((await portal.Ask(company.Owner, new PrepareInvoiceMail(invoice))).To);
        var draft = await portal.Send(company.Owner, new CreateDraft(Invoicing.Drafts.Good with { CustomerId = twin }));
        await portal.Send(company.Owner, new IssueDraft(draft));
        Assert.Equal(("geaman@exemplu.ro", false), await portal.Ask(company.Owner, new PrepareInvoiceMail(draft) { Kind = MailKind.Reminder }) is var known ? (known.To, known.WantsMail) : default);
    }

    [Fact]
    public async Task What_cannot_be_sent_says_why_and_nothing_is_queued()
    {
        var company = await portal.MailCompany("refuses");
        var (without, with) = (await portal.Invoice(company, email: null), await portal.Invoice(company));
        foreach (var (command, code) in new (SendInvoice, string)[]
        {
            (new(without), "invoice.recipient_missing"),
            (new(with, "ana@exemplu.ro\r\nBcc: x@y.ro"), "mail.address_invalid"),
            (new(with, "ana@exemplu.ro, x@y.ro"), "mail.address_invalid"),
            (new(with, Cc: ["x@y.ro\nRCPT TO:<z@y.ro>"]), "mail.copy_invalid"),
            (new(with, Cc: [.. Enumerable.Repeat("x@y.ro", 11)]), "mail.copy_invalid"),
            (new(with, Message: new string('x', 2001)), "invoice.message_too_long"),
            (new(InvoiceId.From(Guid.CreateVersion7(DateTimeOffset.UnixEpoch))), "invoice.not_found"),
        })
            Assert.Equal(code, (await portal.As(company.Owner, d => d.Send(command, Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new SendInvoice(with), Ct))).Error?.Code);
        Assert.Empty((await portal.Ask(company.Owner, new ListMails())).Rows);
    }

    [Fact]
    public async Task Another_company_sees_neither_the_invoice_nor_the_mail_nor_the_inbox()
    {
        var (ours, theirs) = (await portal.MailCompany("ours"), await portal.MailCompany("theirs"));
        var invoice = await portal.Invoice(ours);
        var mail = (await portal.Send(ours.Owner, new SendInvoice(invoice))).Mail;
        await portal.Mails(ours, invoice, MailState.Sent);

        Assert.Equal("invoice.not_found", (await portal.As(theirs.Owner, d => d.Send(new SendInvoice(invoice), Ct))).Error?.Code);
        Assert.Equal("mail.not_found", (await portal.As(theirs.Owner, d => d.Ask(new GetMail(mail), Ct))).Error?.Code);
        Assert.Equal("mail.not_found", (await portal.As(theirs.Owner, d => d.Send(new RepeatMail(mail), Ct))).Error?.Code);
        Assert.Empty((await portal.Ask(theirs.Owner, new ListMails(invoice.ToString()))).Rows);
        Assert.Empty(await portal.Inbox(theirs));
        var own = ours.Owner with { Permissions = Permissions.Expand(["invoice.send", "invoice.read.own"]), Actor = "usr_somebody" };
        Assert.Empty((await portal.Ask(own, new ListMails())).Rows);
    }

    [Fact]
    public async Task Where_the_company_wants_it_an_issued_invoice_leaves_by_itself_once_and_not_to_who_wants_none()
    {
        var company = await portal.MailCompany("auto");
        var before = await portal.Invoice(company);
        await portal.Reacted(company, "SendIssuedInvoice");
        await portal.Send(company.Owner, new SaveMailSettings(UsesOwn: false, SendsOnIssue: true) { SenderName = "Birou" });
        await portal.Send(company.Owner, new CreateCustomer(new() { Kind = BuyerKind.Individual, Name = "Nu Vrea", Email = "nu@exemplu.ro", SendsInvoices = false }));
        await portal.Invoice(company, email: null);
        var after = await portal.Invoice(company);
        await portal.Mails(company, after, MailState.Sent);
        await portal.Send(company.Owner, new SendInvoice(after, Occasion: "issued"));
        var arrived = Assert.Single(await portal.Inbox(company));
        Assert.Contains("Birou", arrived.GetProperty("from").GetString(), StringComparison.Ordinal);
        Assert.Empty((await portal.Ask(company.Owner, new ListMails(before.ToString()))).Rows);
    }

    const string SampleTaxId = "18547290";
}
