using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Messaging.Model;

namespace InvoiceSync.Tests.Messaging.Model;

public sealed class TemplateWordsTests
{
    [Fact]
    public void Every_standard_template_is_understood_and_fills_without_a_gap()
    {
        foreach (var kind in Enum.GetValues<MailKind>().Where(k => k != MailKind.Notice))
            foreach (var language in MailLanguages.All)
            {
                var words = StandardTemplates.Of(kind, language);
                TemplateWords.Check(kind, words);
                var letter = TemplateWords.Fill(words, MailVariables.Sample(kind, language));
                foreach (var part in (string[])[letter.Subject, letter.Text, letter.Html]) Assert.DoesNotContain("{", part, StringComparison.Ordinal);
                Assert.All(MailVariables.Of(kind).Intersect(["invoice_number", "what", "sales"]), name => Assert.Contains(MailVariables.Sample(kind, language)[name], letter.Text, StringComparison.Ordinal));
                Assert.Contains(MailVariables.Sample(kind, language)["link"], letter.Html, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Values_are_escaped_in_html_and_left_alone_in_text()
    {
        var letter = Fill(new("{{customer_name}}", "{{customer_name}}", "<p title='{{customer_name}}'>{{{customer_name}}}</p>"), "<script>alert('x')</script> & {{total}}");
        Assert.DoesNotContain("<script", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {{total}}", letter.Html, StringComparison.Ordinal);
        Assert.Equal("<script>alert('x')</script> & {{total}}", letter.Text);
    }

    [Theory]
    [InlineData("Ana\r\nBcc: everybody@exemplu.ro")]
    [InlineData("Ana\u2028Bcc: everybody@exemplu.ro")]
    [InlineData("Ana\0")]
    public void A_value_with_a_line_break_begins_no_header(string name) => Assert.True(MailAddresses.IsOneLine(Fill(new("Hello {{customer_name}}", "t", "h"), name).Subject));

    [Fact]
    public void A_subject_that_values_make_too_long_is_cut() => Assert.Equal(200, Fill(new("{{customer_name}}", "t", "h"), new string('a', 500)).Subject.Length);

    [Theory]
    [InlineData("{{#if message}}{{message}}{{else}}none{{/if}}", null)]
    [InlineData("{{#unless link}}no link{{/unless}}", null)]
    [InlineData("{{#if link}}{{#if iban}}both{{/if}}{{/if}}", null)]
    [InlineData("a { and a } alone", null)]
    [InlineData("{{password}}", "template.tag_unknown")]
    [InlineData("{{#each message}}x{{/each}}", "template.tag_unknown")]
    [InlineData("{{> partial}}", "template.tag_unknown")]
    [InlineData("{{lookup this 'x'}}", "template.tag_unknown")]
    [InlineData("{{customer_name.Length}}", "template.tag_unknown")]
    [InlineData("{{#with message}}{{/with}}", "template.tag_unknown")]
    [InlineData("{{!-- note --}}", "template.tag_unknown")]
    [InlineData("{{", "template.unreadable")]
    [InlineData("{{#if message}}", "template.unreadable")]
    [InlineData("{{/if}}", "template.unreadable")]
    [InlineData("{{else}}", "template.unreadable")]
    [InlineData("{{#if message}}{{#unless link}}{{/if}}{{/unless}}", "template.unreadable")]
    public void Variables_and_two_conditions_are_understood_and_nothing_else(string text, string? code)
    {
        var refused = Record.Exception(() => TemplateWords.Check(MailKind.Invoice, new("Subject", text, "<p></p>"))) as RuleBrokenException;
        Assert.Equal(code, refused?.Error.Code);
        if (code is not null) Assert.Equal("Text", refused?.Error.Field);
    }

    [Fact]
    public void Conditions_within_conditions_end_somewhere()
    {
        var open = string.Concat(Enumerable.Repeat("{{#if message}}", 600));
        var close = string.Concat(Enumerable.Repeat("{{/if}}", 600));
        var words = new Letter("Subject", open + "x" + close, "<p></p>");
        Assert.True(words.Text.Length <= TemplateWords.Longest);
        var refused = Record.Exception(() => TemplateWords.Check(MailKind.Invoice, words)) as RuleBrokenException;
        Assert.Equal("template.unreadable", refused?.Error.Code);
    }

    static Letter Fill(Letter words, string name) => TemplateWords.Fill(words, new Dictionary<string, string> { ["customer_name"] = name });
}
