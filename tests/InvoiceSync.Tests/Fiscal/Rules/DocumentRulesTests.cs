using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Fiscal.Samples;
using static InvoiceSync.Tests.Fiscal.Samples.SampleInvoices;

namespace InvoiceSync.Tests.Fiscal.Rules;

public sealed class DocumentRulesTests
{
    [Fact]
    public void Every_plain_shape_may_be_sent() =>
        Assert.All(PlainShapes.All, shape => Assert.Equal((shape.Key, ""), (shape.Key, Names(shape.Value))));

    [Fact]
    public void Random_valid_invoices_may_be_sent() =>
        Assert.All(Enumerable.Range(1, 1000), seed => Assert.Equal((seed, ""), (seed, Names(RandomInvoices.From(seed)))));

    [Fact]
    public void Every_broken_shape_is_named_by_its_rule_and_no_other() =>
        Assert.All(BrokenShapes.All, shape => Assert.Equal((shape.Name, shape.Rules), (shape.Name, Names(shape.Document))));

    [Fact]
    public void Any_cent_moved_in_any_total_is_noticed()
    {
        var totals = Ron.Totals;
        InvoiceTotals[] moved =
        [
            totals with { LineNet = totals.LineNet + 0.01m }, totals with { Allowances = 0.01m }, totals with { Charges = 0.01m }, totals with { TaxExclusive = totals.TaxExclusive - 0.01m },
            totals with { Vat = totals.Vat + 0.01m }, totals with { TaxInclusive = totals.TaxInclusive - 0.01m }, totals with { Paid = 0.01m }, totals with { Payable = totals.Payable + 0.01m },
        ];
        Assert.All(moved, changed => Assert.NotEmpty(DocumentRules.Check(Ron with { Totals = changed })));
    }

    [Fact]
    public void A_cent_moved_in_any_line_of_any_invoice_is_noticed() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int, int>((seed, which) =>
        {
            var invoice = RandomInvoices.From(seed);
            var lines = invoice.Lines.ToList();
            var at = (which & int.MaxValue) % lines.Count;
            lines[at] = lines[at] with { Net = lines[at].Net + 0.01m };
            return DocumentRules.Check(invoice).Count == 0 && DocumentRules.Check(invoice with { Lines = lines }).Any(broken => broken.Rule == "BR-CO-10");
        }));

    [Fact]
    public void Every_problem_has_words_and_a_cure_in_English_and_Romanian()
    {
        var keys = typeof(RuleKeys).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.Equal(keys.Order(), EnglishTexts.All.Keys.Order());
        Assert.Equal(keys.Order(), RomanianTexts.All.Keys.Order());
        Assert.All(keys, key => Assert.NotEqual(RuleText.For(key, new("en-GB")), RuleText.For(key, new("ro-RO"))));
    }

    [Fact]
    public void Words_show_the_figures_at_odds()
    {
        var broken = Assert.Single(DocumentRules.Check(Ron with { Totals = Ron.Totals with { TaxInclusive = 121.01m, Payable = 121.01m } }));
        Assert.Equal("The total with VAT is not total without VAT plus VAT. (121.01 ≠ 121.00)", RuleText.Of(broken, CultureInfo.InvariantCulture).Words);
    }

    static string Names(InvoiceDocument document) => string.Join(' ', DocumentRules.Check(document).Select(broken => broken.Rule).Distinct());
}
