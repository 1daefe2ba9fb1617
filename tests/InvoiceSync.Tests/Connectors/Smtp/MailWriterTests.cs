using System.Text;
using InvoiceSync.Connectors.Smtp;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Smtp;

public sealed class MailWriterTests
{
    static readonly OutgoingMail Mail = new(Some.Id<MailId>(1), "ana@exemplu.ro", [], new("Factura FACT-1", "Bună ziua", "<p>Bună ziua</p>"));

    [Fact]
    public void A_mail_without_a_company_is_from_the_house()
    {
        var text = Written(Mail);
        Assert.Contains("From: InvoiceSync <no-reply@billing.example>\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{Mail.Id}@billing.example>\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text, Written(Mail));
    }

    [Fact]
    public void A_companys_mail_is_from_it_and_answers_and_bounces_go_where_it_says()
    {
        var mail = Mail with { From = new("facturi@firma.example", "Firma Țară", "birou@firma.example", "bounces@firma.example"), Cc = ["ion@exemplu.ro", "ana@exemplu.ro"] };
        var writer = new MailWriter(mail, "no-reply@billing.example", "InvoiceSync");
        var text = Encoding.UTF8.GetString(writer.Bytes());
        Assert.Contains("<facturi@firma.example>\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Reply-To: birou@firma.example\r\n", text, StringComparison.Ordinal);
        Assert.Contains("From: =?utf-8?B?", text, StringComparison.Ordinal);
        Assert.Equal(("bounces@firma.example", "ana@exemplu.ro ion@exemplu.ro"), (writer.Sender, string.Join(' ', writer.Recipients)));
    }

    [Fact]
    public void A_name_and_a_subject_of_any_length_are_folded_into_encoded_words()
    {
        var text = Written(Mail with { Letter = Mail.Letter with { Subject = string.Concat(Enumerable.Repeat("Șțăâî 漢字 🙂 ", 12)) } });
        var lines = text.Split("\r\n");
        Assert.All(lines.TakeWhile(l => l.Length > 0), line => Assert.True(line.Length <= 85, line));
        Assert.All(lines, line => Assert.True(line.Length <= 998));
    }

    [Theory]
    [InlineData("Fir\r\nBcc: all@exemplu.ro", "ok")]
    [InlineData("ok", "Subject\r\nBcc: all@exemplu.ro")]
    public void A_line_break_in_a_header_never_gets_out(string name, string subject)
    {
        var text = Written(Mail with { From = new("facturi@firma.example", name), Letter = Mail.Letter with { Subject = subject } });
        Assert.DoesNotContain("\nBcc:", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_address_with_a_line_break_is_refused_even_here() =>
        Assert.Throws<FormatException>(() => Written(Mail with { From = new("facturi@firma.example\r\nBcc: x@y.ro", "Firma") }));

    [Fact]
    public void A_file_goes_with_it_under_a_name_every_reader_understands()
    {
        var text = Written(Mail with { Enclosures = [new("Factură \"1\"\r\nX: y.pdf", "application/pdf", "%PDF-1.7"u8.ToArray())] });
        Assert.Contains("filename=\"Factur_ _1___X_ y.pdf\"", text, StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''Factur%C4%83%20%221%22%0D%0AX%3A%20y.pdf", text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String("%PDF-1.7"u8), text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nX: y", text, StringComparison.Ordinal);
    }

    static string Written(OutgoingMail mail) => Encoding.UTF8.GetString(new MailWriter(mail, "no-reply@billing.example", "InvoiceSync").Bytes());
}
