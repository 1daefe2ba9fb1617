using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing.Paper;

public sealed class TemplateRulesTests
{
    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<p onclick=\"x\">x</p>")]
    [InlineData("<iframe src=\"file:///etc/passwd\"></iframe>")]
    [InlineData("<img src=http://x/y>")]
    [InlineData("<a href=\"javascript:x\">x</a>")]
    [InlineData("<!-- <p> -->")]
    [InlineData("<p class='{{number}}'>x</p>")]
    [InlineData("<p")]
    [InlineData("{{{number}}}")]
    [InlineData("{{&number}}")]
    [InlineData("{{> other}}")]
    [InlineData("{{log number}}")]
    [InlineData("{{lookup this number}}")]
    [InlineData("{{#with seller}}{{/with}}")]
    [InlineData("{{#each lines}}{{#each ../lines}}x{{/each}}{{/each}}")]
    public void What_fetches_runs_or_multiplies_is_refused(string html) =>
        Assert.StartsWith("design.page", Assert.Throws<RuleBrokenException>(() => TemplateRules.Check(html, null)).Error.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("@import 'http://x/y.css';")]
    [InlineData("p { background: url(http://x/y.png); }")]
    [InlineData("p { background: u\\72l(http://x/y.png); }")]
    [InlineData("</style><script>x</script>")]
    public void A_style_sheet_that_fetches_or_ends_its_place_is_refused(string css) =>
        Assert.Equal("design.style_refused", Assert.Throws<RuleBrokenException>(() => TemplateRules.Check("<p>x</p>", css)).Error.Code);

    [Fact]
    public void The_designs_that_come_with_the_product_keep_the_rules_themselves()
    {
        foreach (var layout in Enum.GetValues<InvoiceLayout>()) TemplateRules.Check(Layouts.Html, Layouts.StyleOf(layout));
        TemplateRules.Check("<p>x</p>", "p { background: url(data:image/png;base64,AAAA); }");
    }

    [Theory]
    [InlineData("{{#if number}}")]
    [InlineData("{{/each}}")]
    public void A_template_that_does_not_hold_together_is_refused_when_it_is_saved(string html) =>
        Assert.StartsWith("design.page", Assert.Throws<RuleBrokenException>(() => DesignCheck.Of(new() { Layout = InvoiceLayout.Own, Html = html }, new())).Error.Code, StringComparison.Ordinal);

    [Theory]
    [InlineData("Accent", "red; } body { display: none")]
    [InlineData("Iban", "RO00AAAA1B31007593840000")]
    public void A_field_that_is_not_in_order_is_named(string field, string value)
    {
        var design = field == "Accent" ? new InvoiceDesign { Accent = value } : new InvoiceDesign { Account = AccountShown.Other, Iban = value };
        Assert.Equal(field, Assert.Throws<RuleBrokenException>(() => DesignCheck.Of(design, new())).Error.Field);
    }
}
