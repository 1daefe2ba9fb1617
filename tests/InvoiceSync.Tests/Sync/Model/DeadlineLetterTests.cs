using InvoiceSync.Sync.Model;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class DeadlineLetterTests
{
    static readonly Uri Link = new("https://portal.example/t/exemplu/fiscal/deadlines");

    [Fact]
    public void It_says_in_both_languages_how_many_are_on_which_day_the_most_urgent_first()
    {
        var letter = DeadlineLetter.Write("Exemplu SRL", new("cause", 3, 0, 1), Link);
        Assert.Equal("Exemplu SRL: 4 de transmis la ANAF / to file with ANAF", letter.Subject);
        Assert.Contains("- 1 document este în ziua lucrătoare 4\n- 3 documente sunt în ziua lucrătoare 2", letter.Text, StringComparison.Ordinal);
        Assert.Contains("- 1 document is on its working day 4\n- 3 documents are on their working day 2", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("working day 3", letter.Text, StringComparison.Ordinal);
        Assert.Contains(Link.AbsoluteUri, letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "în zilele unui document", "within the days of one document")]
    [InlineData(3, "în zilele a 3 dintre ele", "within the days of 3 of them")]
    public void An_outage_of_a_day_or_more_is_told_of_with_what_the_law_gives(int rested, string romanian, string english)
    {
        var letter = DeadlineLetter.Write("Exemplu SRL", new("cause", 3, 0, 1) { Rested = rested }, Link);
        Assert.Contains(romanian, letter.Text, StringComparison.Ordinal);
        Assert.Contains(english, letter.Text, StringComparison.Ordinal);
        Assert.Contains("the duty to file rests", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("rests", DeadlineLetter.Write("Exemplu SRL", new("cause", 3, 0, 1), Link).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_companys_name_breaks_out_of_neither_header_nor_page()
    {
        var letter = DeadlineLetter.Write("A\r\nBcc: x@example.com <b>", new("cause", 1, 0, 0), Link);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain("<b>", letter.Html, StringComparison.Ordinal);
    }
}
