using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Messaging;

/// <summary>Returned mail posted to the company's own address marks its mail, and nobody else's.</summary>
[Collection(RestPortal.Name)]
public sealed class BounceHookTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_returned_mail_is_marked_with_its_reason_once_and_shown_on_the_invoice()
    {
        var company = await portal.MailCompany("bounce");
        var (invoice, mail) = await Sent(company);
        var path = await HookPath(company);

        Assert.Equal((HttpStatusCode.OK, true), await Post(path, Report(mail, "failed")));
        Assert.Equal((HttpStatusCode.OK, false), await Post(path, Report(mail, "failed")));
        var bounced = (await portal.Mails(company, invoice, MailState.Bounced))[0];
        Assert.Equal((MailProblem.Recipient, "5.2.2 552 the mailbox is full"), (bounced.Problem, bounced.Answer));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(invoice)), i => i is { UndeliveredAt: not null, SentAt: not null });
        await portal.Send(company.Machine, new TellOfMail(mail)); // told at least once, noted once
        Assert.False(await portal.Send(company.Machine, new NoteBounce(mail, "again")));
        Assert.Equal(1L, await portal.Sql($"select count(*) from kernel.events where name = 'invoice.undelivered' and body::text like '%{invoice.Value}%'"));
    }

    [Fact]
    public async Task A_delay_a_strangers_mail_and_no_report_change_nothing()
    {
        var (ours, theirs) = (await portal.MailCompany("bounced"), await portal.MailCompany("stranger"));
        var (invoice, mail) = await Sent(ours);
        Assert.Equal((HttpStatusCode.OK, false), await Post(await HookPath(ours), Report(mail, "delayed")));
        Assert.Equal((HttpStatusCode.OK, false), await Post(await HookPath(ours), "Subject: hello\r\n\r\nhello"));
        Assert.Equal((HttpStatusCode.OK, false), await Post(await HookPath(theirs), Report(mail, "failed")));
        Assert.Equal(HttpStatusCode.NotFound, (await Post($"/hooks/mail/{new string('0', 40)}", Report(mail, "failed"))).Status);
        Assert.Equal(MailState.Sent, (await portal.Mails(ours, invoice, _ => true))[0].State);
    }

    [Fact]
    public async Task Ten_megabytes_are_read_and_more_is_refused()
    {
        var company = await portal.MailCompany("large");
        var path = await HookPath(company);
        Assert.Equal((HttpStatusCode.OK, false), await Post(path, new string('x', 9_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(path, new string('x', 11_000_000))).Status);
    }

    async Task<(InvoiceId Invoice, MailId Mail)> Sent(Company company)
    {
        var invoice = await portal.Invoice(company);
        var mail = (await portal.Send(company.Owner, new SendInvoice(invoice))).Mail;
        await portal.Mails(company, invoice, MailState.Sent);
        return (invoice, mail);
    }

    async Task<string> HookPath(Company company)
    {
        await portal.Send(company.Owner, new SaveMailSettings(UsesOwn: false, SendsOnIssue: false));
        return (await portal.Ask(company.Owner, new GetMailSettings())).BouncePath!;
    }

    async Task<(HttpStatusCode Status, bool Noted)> Post(string path, string message)
    {
        using var http = portal.Client();
        using var body = new StringContent(message, Encoding.UTF8, "message/rfc822");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        // Whoever says too much is told so before saying it.
        request.Headers.ExpectContinue = true;
        using var answer = await http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return (answer.StatusCode, answer.IsSuccessStatusCode && JsonDocument.Parse(text).RootElement.GetProperty("noted").GetBoolean());
    }

    static string Report(MailId mail, string action) => $"""
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; client@exemplu.ro
        Action: {action}
        Status: 5.2.2
        Diagnostic-Code: smtp; 552 the mailbox is full

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{mail}@firma.example>

        --b--
        """.ReplaceLineEndings("\r\n");
}
