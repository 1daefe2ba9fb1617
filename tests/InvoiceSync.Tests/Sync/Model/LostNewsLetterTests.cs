using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class LostNewsLetterTests
{
    static readonly Uri Link = new("https://billing.example/t/x/settings/notifications");

    [Fact]
    public void It_says_what_was_lost_of_which_day_and_the_last_answer_in_both_languages()
    {
        var letter = Write("Firma", 500, null);
        Assert.Contains("20.11.2026 (rezumatul zilei)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("20 November 2026 (the day’s summary)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("answer was 500", letter.Text, StringComparison.Ordinal);
        Assert.Equal(2, letter.Text.Split(Link.AbsoluteUri).Length - 1);
        Assert.Contains("it took too long", Write("Firma", null, "too_slow").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_companys_name_breaks_neither_out_of_the_subject_nor_into_the_page()
    {
        var letter = Write("<b>A</b>\r\nBcc: x@evil.example", 500, null);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain("<b>A</b>", letter.Html, StringComparison.Ordinal);
    }

    static InvoiceSync.Messaging.Letter Write(string company, int? status, string? problem) =>
        LostNewsLetter.Write(company, new(Some.Id<NewsPostId>(1), NewsKind.Summary, Some.Noon, Some.Noon.AddDays(2), status, problem), DateOnly.FromDateTime(Some.Noon.UtcDateTime), Link);
}
