using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Invoicing.Paper;

public sealed class PaperShellTests
{
    static readonly PaperTemplates Templates = new();

    [Fact]
    public void What_people_type_stands_on_the_page_as_text_and_nothing_else()
    {
        const string hostile = "</td><script>alert(1)</script> \" onload='x' {{number}} `";
        var document = SampleInvoices.Ron with { Notes = [hostile], Number = hostile, Buyer = SampleInvoices.Company with { Name = hostile } };
        var page = Draw(document, new() { Footer = hostile });
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onload='", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        // Named in the page's own style sheet too, where a quote would end the string.
        Assert.DoesNotContain("content: \"<", page, StringComparison.Ordinal);
        Assert.Contains("{{number}}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentLanguage.Romanian, "Factură", "1.234,50", "20.11.2026")]
    [InlineData(DocumentLanguage.English, "Invoice", "1,234.50", "20 Nov 2026")]
    [InlineData(DocumentLanguage.Both, "Factură / Invoice", "1.234,50", "20.11.2026")]
    public void Words_figures_and_days_are_of_the_documents_language(DocumentLanguage language, string title, string net, string day)
    {
        var page = Draw(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 1234.5m)], [], 0) with { IssuedOn = new(2026, 11, 20) }, new() { Language = language });
        Assert.All((string[])[$"<h1>{title}</h1>", net, day], shown => Assert.Contains(shown, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DocumentLanguage.Romanian, "Ambalare", "15,00")]
    [InlineData(DocumentLanguage.English, "Packing", "15.00")]
    public void A_charge_stands_before_the_totals_by_its_reason_or_its_code_and_says_its_percentage(DocumentLanguage language, string packing, string amount)
    {
        var document = SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 300)], [], 0, new Charge(15, null, "PC", VatCategory.S, 21), new Charge(30, "Transport rapid", "FC", VatCategory.S, 21) { Percent = 10, Base = 300 });
        foreach (var layout in (InvoiceLayout[])[InvoiceLayout.Classic, InvoiceLayout.Modern, InvoiceLayout.Compact])
            Assert.All((string[])[packing, amount, "Transport rapid (10"], shown => Assert.Contains(shown, Draw(document, new() { Language = language, Layout = layout }), StringComparison.Ordinal));
    }

    [Fact]
    public void A_buyer_abroad_gets_both_languages_and_one_in_Romania_hers()
    {
        Assert.Contains("<h1>Factură</h1>", Draw(SampleInvoices.Ron, new()), StringComparison.Ordinal);
        var abroad = SampleInvoices.Ron with { Buyer = SampleInvoices.Company with { Address = SampleInvoices.Company.Address with { Country = "DE", County = null } } };
        Assert.Contains("<h1>Factură / Invoice</h1>", Draw(abroad, new()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_buyer_issues_says_so_over_and_under_the_figures()
    {
        var page = Draw(SampleInvoices.Ron with { IsSelfBilled = true }, new() { Language = DocumentLanguage.Both });
        Assert.Contains("<h1>Autofactură / Self-billed invoice</h1>", page, StringComparison.Ordinal);
        Assert.Contains("art. 319", page, StringComparison.Ordinal);
        Assert.DoesNotContain("art. 319", Draw(SampleInvoices.Ron, new()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_the_stored_ones_even_where_they_do_not_add_up()
    {
        var document = SampleInvoices.Ron with { Totals = new(1, 0, 2.22m, 3.33m, 44_444.44m, 0, 55_555.55m) };
        var page = Draw(document, new() { Language = DocumentLanguage.English });
        Assert.All((string[])["2.22", "3.33", "44,444.44", "55,555.55"], shown => Assert.Contains(shown, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Less_than_nothing_is_a_storno() =>
        Assert.Contains("<h1>Factură storno</h1>", Draw(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", -1, 100)], [], 0), new()), StringComparison.Ordinal);

    [Fact]
    public void A_credit_note_says_so_and_what_it_corrects()
    {
        var page = Draw(SampleInvoices.Ron with { Type = DocumentType.CreditNote, Corrects = new("FACT-7", new(2026, 11, 2)) }, new());
        Assert.Contains("<h1>Notă de creditare</h1>", page, StringComparison.Ordinal);
        Assert.Contains("FACT-7, 02.11.2026", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountShown.OfInvoice, true, false)]
    [InlineData(AccountShown.Other, false, true)]
    [InlineData(AccountShown.None, false, false)]
    public void The_account_that_was_chosen_is_the_one_that_is_printed(AccountShown shown, bool own, bool other)
    {
        var page = Draw(SampleInvoices.Ron, new() { Account = shown, Iban = "DE89370400440532013000", Bank = "Other Bank" });
        Assert.Equal((own, other), (page.Contains("RO49 AAAA", StringComparison.Ordinal), page.Contains("DE89 3704 0044 0532 0130 00, Other Bank", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("#FFE27A", "#1b1f24")]
    [InlineData("#1F4E79", "#ffffff")]
    public void What_stands_on_the_accent_colour_can_be_read(string accent, string text) =>
        Assert.Contains($"--on-accent: {text}", Draw(SampleInvoices.Ron, new() { Accent = accent }), StringComparison.Ordinal);

    [Fact]
    public void A_preview_asks_for_no_font() => Assert.DoesNotContain("@font-face", PaperShell.Draw(Templates, SampleInvoices.Ron, new(), null, null), StringComparison.Ordinal);

    static string Draw(InvoiceDocument document, InvoiceDesign design) => PaperShell.Draw(Templates, document, design, null, IPagePrinter.FontsAt);
}
