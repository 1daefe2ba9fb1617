using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class NewsLetterTests
{
    static readonly Uri Link = new("https://portal.example/t/a/sales?x=1&y=2");

    [Theory]
    [InlineData("ro", "Vânzări noi: o problemă (A SRL)")]
    [InlineData("en", "New sales: trouble (A SRL)")]
    public void Trouble_is_told_in_its_words_and_names_are_no_markup(string language, string subject)
    {
        var letter = Written(NewsLetter.Of(new TellNews(NewsKind.Failed, "x", NewsSubject.Daily, 0, 0, "Stripe <refuses> the key."), "A SRL", "<b>Ana</b>", Link, language));
        Assert.Equal(subject, letter.Subject);
        Assert.Contains("Stripe <refuses> the key.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Stripe &lt;refuses&gt; the key.", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ana", letter.Html, StringComparison.Ordinal);
        Assert.Contains("x=1&amp;y=2", letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_companys_name_begins_no_header_and_no_variable()
    {
        var letter = Written(NewsLetter.Of(new TellNews(NewsKind.Finished, "x", NewsSubject.Batch, 3, 1), "A\r\nBcc: b@c.ro {{link}}", "Ana {{done}}", Link, "en"));
        Assert.Equal("Sales processed together: finished (A  Bcc: b@c.ro {{link}})", letter.Subject);
        Assert.Contains("3 done, 1 wait", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Hello Ana {{done}},", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_shows_figures_and_money_in_the_readers_way()
    {
        var day = new GetDaySummary.View(new(2026, 11, 20), 3, [new(1694m, Currency.Ron), new(20.5m, new("EUR"))], 2, 1, 0, 0, 4);
        Assert.Contains("3 sales (1,694.00 RON, 20.50 EUR)", Written(NewsLetter.Of(day, "A", "Ana", Link, "en")).Text, StringComparison.Ordinal);
        Assert.Contains("Vânzări: 3 (1.694,00 RON, 20,50 EUR)", Written(NewsLetter.Of(day, "A", "Ana", Link, "ro")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("abroad", Written(NewsLetter.Of(day, "A", "Ana", Link, "en")).Text, StringComparison.Ordinal);
        Assert.Contains("buyers abroad: 2", Written(NewsLetter.Of(day with { Kept = 2 }, "A", "Ana", Link, "en")).Text, StringComparison.Ordinal);
        Assert.Equal("Vânzările din 20 noiembrie 2026 (A)", Written(NewsLetter.Of(day, "A", "Ana", Link, "ro")).Subject);
    }

    [Fact]
    public void Without_sales_no_money_is_spoken_of_and_without_words_the_count_tells_the_trouble()
    {
        Assert.Contains("0 sales.\n", Written(NewsLetter.Of(new GetDaySummary.View(new(2026, 11, 20), 0, [], 0, 0, 0, 0, 4), "A", "Ana", Link, "en")).Text, StringComparison.Ordinal);
        Assert.Contains("2 could not be done.", Written(NewsLetter.Of(new TellNews(NewsKind.Failed, "x", NewsSubject.Batch, 3, 2), "A", "Ana", Link, "en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_a_template_may_name_has_a_value()
    {
        ComposeMail[] all =
        [
            NewsLetter.Of(new TellNews(NewsKind.Finished, "x", NewsSubject.Full, 3, 1), "A", "Ana", Link, "en"),
            NewsLetter.Of(new TellNews(NewsKind.Failed, "x", NewsSubject.Customers, 3, 1), "A", "Ana", Link, "en"),
            NewsLetter.Of(new GetDaySummary.View(new(2026, 11, 20), 0, [], 0, 0, 0, 0, 0), "A", "Ana", Link, "en"),
        ];
        Assert.All(all, mail => Assert.Equal(MailVariables.Of(mail.Kind).Order(), mail.Values.Keys.Order()));
    }

    static Letter Written(ComposeMail mail) => TemplateWords.Fill(StandardTemplates.Of(mail.Kind, mail.Language), mail.Values);
}
