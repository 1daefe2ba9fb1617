using InvoiceSync.Messaging;

namespace InvoiceSync.Tests.Messaging;

public sealed class LetterPaperTests
{
    [Fact]
    public void A_subject_is_one_line_of_a_hundred_and_fifty_characters_at_most()
    {
        Assert.Equal("A  Bcc: x@example.com  ", LetterPaper.Subject("A\r\nBcc: x@example.com\u2028\u2029"));
        Assert.Equal(150, LetterPaper.Subject(new('a', 200)).Length);
    }

    [Fact]
    public void What_is_not_said_leaves_no_gap() => Assert.Equal("Hello,\n\nWords\n", LetterPaper.Text("Hello,", null, "Words"));

    [Fact]
    public void Words_never_become_markup()
    {
        var page = LetterPaper.Html(LetterPaper.Paragraph("<b>") + LetterPaper.Button(new("https://x.example/?a=1&b=2"), "<i>") + LetterPaper.Foot("<u>"), "second");
        Assert.All((string[])["<b>", "<i>", "<u>"], tag => Assert.DoesNotContain(tag, page, StringComparison.Ordinal));
        Assert.Contains("?a=1&amp;b=2", page, StringComparison.Ordinal);
        Assert.Contains("<hr ", page, StringComparison.Ordinal);
        Assert.Empty(LetterPaper.Button(null, "nothing to do"));
    }
}
