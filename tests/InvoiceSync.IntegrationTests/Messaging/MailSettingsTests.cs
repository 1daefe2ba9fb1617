using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Messaging;

[Collection(RestPortal.Name)]
public sealed class MailSettingsTests(PortalUnderTest portal)
{
    static readonly SaveMailSettings Good = new(UsesOwn: true, SendsOnIssue: false)
    {
        Host = "smtp.example.com",
        User = "firma",
        Password = "hunter2-secret",
        SenderAddress = "facturi@firma.example",
        SenderName = "Firma Țară",
        ReplyTo = "birou@firma.example",
    };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_companys_server_is_kept_with_its_password_sealed_and_not_told()
    {
        var company = await portal.MailCompany("settings");
        await portal.Send(company.Owner, Good);
        var kept = await portal.Ask(company.Owner, new GetMailSettings());
        Assert.Equal((true, "smtp.example.com", 587, MailSafety.StartTls, "firma", true, "facturi@firma.example"), (kept.UsesOwn, kept.Host, kept.Port, kept.Safety, kept.User, kept.HasPassword, kept.SenderAddress));
        Assert.DoesNotContain("hunter2", kept.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Good.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, await portal.Sql("select count(*) from tenancy.connections where secrets::text like '%hunter2%' or settings::text like '%hunter2%'"));

        var route = await portal.Ask(company.Machine, new FindMailRoute());
        Assert.True(route.Server?.IsPractice); // a practice company's mail never leaves, whatever it enters
        Assert.Equal("Firma Țară", route.Sender.Name);
    }

    [Fact]
    public async Task A_kept_password_goes_to_no_other_server_user_or_way()
    {
        var company = await portal.MailCompany("moves");
        await portal.Send(company.Owner, Good);
        await portal.Send(company.Owner, Good with { Password = null, SenderName = "Firma" });
        Assert.True((await portal.Ask(company.Owner, new GetMailSettings())).HasPassword);
        foreach (var moved in (SaveMailSettings[])[Good with { Host = "evil.example.com" }, Good with { Port = 465 }, Good with { User = "other" }, Good with { Safety = MailSafety.Tls }])
            Assert.Equal("mail.password_missing", await Refusal(company, moved with { Password = null }));
        await portal.Send(company.Owner, Good with { UsesOwn = false });
        Assert.False((await portal.Ask(company.Owner, new GetMailSettings())).HasPassword);
    }

    [Fact]
    public async Task What_no_company_may_have_us_call_or_write_is_refused()
    {
        var company = await portal.MailCompany("hostile");
        foreach (var host in (string[])["10.0.0.5", "[fd00::1]", "169.254.169.254", "mail", "mail.internal", "smtp.example.com:25", "", "a b.com", "smtp.example.com\r\nX"])
            Assert.Equal((host, "mail.server_refused"), (host, await Refusal(company, Good with { Host = host })));
        foreach (var port in (int[])[0, 22, 80, 5432, 65536, -1]) Assert.Equal("mail.server_refused", await Refusal(company, Good with { Port = port }));
        Assert.Equal("mail.password_in_clear", await Refusal(company, Good with { Safety = MailSafety.None }));
        Assert.Equal("mail.sender_name_invalid", await Refusal(company, Good with { SenderName = "Firma\r\nBcc: x@y.ro" }));
        Assert.Equal("mail.address_invalid", await Refusal(company, Good with { SenderAddress = "facturi@firma.example\nX: y" }));
        Assert.Equal("mail.address_invalid", await Refusal(company, Good with { ReplyTo = "a@b.ro,c@d.ro" }));
        Assert.Equal("mail.password_missing", await Refusal(company, Good with { Password = null }));
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(Good, Ct))).Error?.Code);
    }

    [Fact]
    public async Task A_test_mail_tells_what_the_server_said()
    {
        var company = await portal.MailCompany("test");
        Assert.Contains("250", (await portal.Send(company.Owner, new TestMail("ana@exemplu.ro"))).Answer, StringComparison.Ordinal);
        await portal.Fault("550", "tested@exemplu.ro", count: 1);
        var refused = await portal.Send(company.Owner, new TestMail("tested@exemplu.ro"));
        Assert.Equal(MailProblem.Recipient, refused.Problem);
        Assert.Equal("mail.address_invalid", (await portal.As(company.Owner, d => d.Send(new TestMail("x"), Ct))).Error?.Code);
        Assert.Single(await portal.Inbox(company));
    }

    [Fact]
    public async Task Own_words_are_used_until_the_standard_ones_are_back_and_are_the_companys_alone()
    {
        var (company, other) = (await portal.MailCompany("words"), await portal.MailCompany("other-words"));
        var own = new Letter("Salut {{customer_name}}", "{{invoice_number}}", "<p>{{invoice_number}}</p>");
        await portal.Send(company.Owner, new SaveMailTemplate(MailKind.Invoice, "ro", own));
        var values = new Dictionary<string, string> { ["customer_name"] = "Ana" };
        Assert.Equal("Salut Ana", (await portal.Ask(company.Machine, new ComposeMail(MailKind.Invoice, "ro", values))).Subject);
        Assert.StartsWith("Factura", (await portal.Ask(other.Machine, new ComposeMail(MailKind.Invoice, "ro", values))).Subject, StringComparison.Ordinal);
        Assert.Equal((true, false), ((await portal.Ask(company.Owner, new GetMailTemplate(MailKind.Invoice, "ro"))).IsOwn, (await portal.Ask(company.Owner, new GetMailTemplate(MailKind.Invoice, "en"))).IsOwn));
        Assert.Equal("Salut Exemplu & Fiii SRL", (await portal.Ask(company.Owner, new PreviewMail(MailKind.Invoice, "ro", own))).Subject);

        await portal.Send(company.Owner, new SaveMailTemplate(MailKind.Invoice, "ro", null));
        Assert.False((await portal.Ask(company.Owner, new GetMailTemplate(MailKind.Invoice, "ro"))).IsOwn);
        Assert.Equal("template.language_unknown", (await portal.As(company.Owner, d => d.Send(new SaveMailTemplate(MailKind.Notice, "ro", own), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer with { Permissions = Roles.Of(Roles.Manager) }, d => d.Send(new SaveMailTemplate(MailKind.Invoice, "ro", own), Ct))).Error?.Code);
    }

    async Task<string?> Refusal(Company company, SaveMailSettings command) => (await portal.As(company.Owner, d => d.Send(command, Ct))).Error?.Code;
}
