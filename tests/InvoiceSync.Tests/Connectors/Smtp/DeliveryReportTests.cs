using System.Text;
using InvoiceSync.Connectors.Smtp;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Smtp;

public sealed class DeliveryReportTests
{
    static readonly MailId Mail = Some.Id<MailId>(7);

    static readonly string Whole = $"""
        From: MAILER-DAEMON@mx.example
        To: facturi@firma.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="A=_b/1"

        This is a MIME-encapsulated message.

        --A=_b/1
        Content-Type: text/plain

        I'm sorry. Message-ID: <{Some.Id<MailId>(8)}@x>

        --A=_b/1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; cc@exemplu.ro
        Action: delivered
        Status: 2.0.0

        Final-Recipient: rfc822; ana@exemplu.ro
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ana@exemplu.ro>:
         Recipient address rejected

        Final-Recipient: rfc822; ion@exemplu.ro
        Action: delayed
        Status: 4.0.0

        --A=_b/1
        Content-Type: message/rfc822

        From: facturi@firma.example
        Message-ID: <{Mail}@firma.example>
        Subject: Factura

        text
        --A=_b/1--
        """;

    [Fact]
    public async Task A_report_tells_which_mail_failed_and_why() =>
        Assert.Equal(new DeliveryReport(Mail, true, "5.1.1 550 5.1.1 <ana@exemplu.ro>: Recipient address rejected"), await Read(Whole));

    [Fact]
    public async Task Headers_alone_of_the_mail_and_bare_line_ends_are_enough() =>
        Assert.Equal(Mail, (await Read(Whole.Replace("message/rfc822", "text/rfc822-headers", StringComparison.Ordinal), crlf: false))?.Mail);

    [Fact]
    public async Task A_delay_is_no_failure() => Assert.False((await Read(Whole.Replace("Action: failed", "Action: delayed", StringComparison.Ordinal)))?.IsFailure);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("Content-Type: multipart/report")]
    [InlineData("Content-Type: multipart/report; boundary=")]
    [InlineData("--\r\n--\r\n----")]
    [InlineData("Subject: holiday\r\n\r\nI am away. Action: failed")]
    public async Task What_is_no_report_about_a_mail_of_ours_is_nothing(string text) => Assert.Null(await Read(text));

    [Fact]
    public async Task A_message_id_in_the_text_of_the_returned_mail_names_nothing()
    {
        var foreign = Whole.Replace($"Message-ID: <{Mail}@firma.example>", "Message-ID: <abc@elsewhere.example>", StringComparison.Ordinal)
            .Replace("\ntext", $"\nMessage-ID: <{Mail}@firma.example>", StringComparison.Ordinal);
        Assert.Null(await Read(foreign));
    }

    [Theory]
    [InlineData("a line without end")]
    [InlineData("boundaries within boundaries")]
    [InlineData("a header of a million fields")]
    [InlineData("a folded header without end")]
    public async Task A_monster_is_read_to_its_end_and_means_nothing(string kind)
    {
        var text = kind switch
        {
            "a line without end" => new string('x', 8_000_000),
            "boundaries within boundaries" => string.Concat(Enumerable.Range(0, 50_000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")),
            "a header of a million fields" => string.Concat(Enumerable.Range(0, 500_000).Select(n => $"X{n}: y\r\n")),
            _ => "Content-Type: text/plain\r\n" + string.Concat(Enumerable.Repeat(" more\r\n", 500_000)),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        using var stream = new MemoryStream(bytes);
        Assert.Null(await DeliveryReport.Read(stream, TestContext.Current.CancellationToken));
    }

    static async Task<DeliveryReport?> Read(string text, bool crlf = true)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings(crlf ? "\r\n" : "\n")));
        return await DeliveryReport.Read(stream, TestContext.Current.CancellationToken);
    }
}
