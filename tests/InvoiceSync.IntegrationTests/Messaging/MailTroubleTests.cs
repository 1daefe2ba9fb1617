using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Messaging;

/// <summary>Mail servers refuse, are busy, hang up and return; each is shown for what it is, and nothing leaves twice.</summary>
[Collection(RestPortal.Name)]
public sealed class MailTroubleTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_is_shown_on_the_invoice_at_once_and_sending_again_cures_it()
    {
        var (company, to) = (await portal.MailCompany("refused"), "never@exemplu.ro");
        await portal.Fault("550", to, count: 1);
        var invoice = await portal.Invoice(company, to);
        await portal.Send(company.Owner, new SendInvoice(invoice));
        var failed = (await portal.Mails(company, invoice, MailState.Failed))[0];
        Assert.Equal((1, MailProblem.Recipient, true), (failed.Tries, failed.Problem, failed.CanRepeat));
        Assert.Contains("550 5.1.1 there is no such mailbox", failed.Answer, StringComparison.Ordinal);
        var seen = await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(invoice)), i => i.UndeliveredAt is not null);
        Assert.Null(seen.SentAt);
        Assert.Single((await portal.Ask(company.Owner, new ListMails(Troubled: true))).Rows);

        await portal.Send(company.Owner, new RepeatMail(failed.Id));
        var sent = (await portal.Mails(company, invoice, MailState.Sent))[0];
        Assert.Equal((failed.Id, false), (sent.Id, sent.CanRepeat));
        Assert.Equal("mail.not_troubled", (await portal.As(company.Owner, d => d.Send(new RepeatMail(sent.Id), Ct))).Error?.Code);
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(invoice)), i => i is { SentAt: not null, UndeliveredAt: null });
    }

    [Fact]
    public async Task A_busy_server_is_tried_again_and_one_that_hangs_up_early_too()
    {
        var company = await portal.MailCompany("busy");
        foreach (var (kind, to) in new[] { ("450", "later@exemplu.ro"), ("cut", "early@exemplu.ro") })
        {
            await portal.Fault(kind, to, count: 2);
            var invoice = await portal.Invoice(company, to);
            await portal.Send(company.Owner, new SendInvoice(invoice));
            Assert.Equal(3, (await portal.Mails(company, invoice, MailState.Sent))[0].Tries);
        }

        Assert.Equal(2, (await portal.Inbox(company)).Count);
    }

    [Fact]
    public async Task A_connection_cut_after_the_words_makes_it_perhaps_sent_and_it_does_not_leave_again_by_itself()
    {
        var (company, to) = (await portal.MailCompany("cut"), "after@exemplu.ro");
        await portal.Fault("cut", $"data:{to}", count: 1);
        var invoice = await portal.Invoice(company, to);
        await portal.Send(company.Owner, new SendInvoice(invoice));
        var unsure = (await portal.Mails(company, invoice, MailState.Unsure))[0];
        Assert.Equal(MailProblem.Interrupted, unsure.Problem);
        Assert.Single(await portal.Inbox(company));
    }

    [Fact]
    public async Task A_process_that_died_between_sent_and_recorded_leaves_it_perhaps_sent()
    {
        var company = await portal.MailCompany("killed");
        var invoice = await portal.Invoice(company);
        await portal.Send(company.Owner, new SendInvoice(invoice));
        var mail = (await portal.Mails(company, invoice, MailState.Sent))[0];

        // As a kill leaves it: begun, the server has it, nothing noted, and the work taken up by another node.
        await portal.Sql($"update messaging.mails set state = 'Sending', sent_at = null where id = '{mail.Id.Value}'");
        await portal.Send(company.Machine, new SendMail(mail.Id));
        Assert.Equal(MailState.Unsure, (await portal.Mails(company, invoice, MailState.Unsure))[0].State);
        Assert.Single(await portal.Inbox(company));
        Assert.Equal(1, await portal.Ask(company.Machine, new CountMails(MailKind.Invoice, invoice.ToString())));
    }

    [Fact]
    public async Task Words_are_forgotten_after_ninety_days_and_what_happened_stays()
    {
        var company = await portal.MailCompany("old");
        var invoice = await portal.Invoice(company);
        await portal.Send(company.Owner, new SendInvoice(invoice));
        var mail = (await portal.Mails(company, invoice, MailState.Sent))[0];
        await portal.Sql($"update messaging.mails set created_at = created_at - interval '91 days', state = 'Failed' where id = '{mail.Id.Value}'");
        await portal.Send(company.Machine, new ForgetOldMails());
        Assert.Null((await portal.Ask(company.Owner, new GetMail(mail.Id))).Letter);
        Assert.Equal("mail.forgotten", (await portal.As(company.Owner, d => d.Send(new RepeatMail(mail.Id), Ct))).Error?.Code);
    }
}
