using InvoiceSync.Sync.Model;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class AuthorizationLetterTests
{
    static readonly Uri Link = new("https://portal.example/t/exemplu/settings/anaf");
    static readonly DateOnly Ends = new(2026, 12, 21);

    [Theory]
    [InlineData(30, "peste 30 de zile", "in 30 days")]
    [InlineData(7, "peste 7 zile", "in 7 days")]
    [InlineData(1, "peste o zi", "in one day")]
    public void It_says_in_both_languages_when_it_ends_and_what_helps(int days, string romanian, string english)
    {
        var text = AuthorizationLetter.Write("Exemplu SRL", new(Ends, days, days, null), Link).Text;
        Assert.Contains($"Autorizarea ANAF a firmei Exemplu SRL expiră pe 21.12.2026, {romanian}.", text, StringComparison.Ordinal);
        Assert.Contains($"The ANAF authorisation of Exemplu SRL ends on 21 December 2026, {english}.", text, StringComparison.Ordinal);
        Assert.Contains("După aceea facturile așteaptă aici", text, StringComparison.Ordinal);
        Assert.Contains(Link.AbsoluteUri, text, StringComparison.Ordinal);
    }

    [Fact]
    public void When_it_has_ended_it_says_until_when_filing_goes_on()
    {
        var goes = AuthorizationLetter.Write("Exemplu SRL", new(Ends, 0, 0, Ends.AddDays(40)), Link);
        Assert.Equal("Exemplu SRL: autorizarea ANAF a expirat / the ANAF authorisation has ended", goes.Subject);
        Assert.Contains("Facturile se mai transmit până pe 30.01.2027", goes.Text, StringComparison.Ordinal);
        var stands = AuthorizationLetter.Write("Exemplu SRL", new(Ends, 0, 0, null), Link);
        Assert.Contains("ended on 21 December 2026", stands.Text, StringComparison.Ordinal);
        Assert.Contains("\n\nInvoices wait here, and their deadlines run.", stands.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_companys_name_breaks_out_of_neither_header_nor_page()
    {
        var letter = AuthorizationLetter.Write("A\r\nBcc: x@example.com <b>", new(Ends, 7, 7, null), Link);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain("<b>", letter.Html, StringComparison.Ordinal);
    }
}
