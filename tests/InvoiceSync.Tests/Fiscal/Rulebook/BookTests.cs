using System.Globalization;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Terms;

namespace InvoiceSync.Tests.Fiscal.Rulebook;

public sealed class BookTests
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), Romanian = CultureInfo.GetCultureInfo("ro");

    [Fact]
    public void Every_rule_has_words_and_a_cure_in_both_languages()
    {
        foreach (var rule in Book.Whole.Rules)
            foreach (var culture in (CultureInfo[])[English, Romanian])
            {
                var text = RuleText.For(rule.Key, culture);
                Assert.True(text != RuleText.For(RuleKeys.Unknown, culture), $"{rule.Id}: {rule.Key}");
                Assert.True(text is { Words.Length: > 5, Cure.Length: > 3 }, rule.Id);
            }
    }

    [Fact]
    public void Every_term_a_rule_is_about_has_a_name() =>
        Assert.Empty(Book.Whole.Rules.Where(rule => rule.Term is not null && BusinessTerms.Name(rule.Term, Romanian) is null).Select(rule => $"{rule.Id} {rule.Term}"));

    [Fact]
    public void The_book_is_whole()
    {
        var rules = Book.Whole.Rules.Where(rule => !rule.IsBeyond).Select(rule => rule.Id).ToHashSet();
        Assert.Equal(679, rules.Count(id => id.StartsWith("UBL-CR-", StringComparison.Ordinal)));
        Assert.Equal(90, CategoryKind.All.SelectMany(kind => Enumerable.Range(1, 10).Select(kind.Id)).Count(rules.Contains));
    }

    [Fact]
    public void A_finding_says_what_it_is_about()
    {
        var rule = Book.Whole.Rules.First(r => r.Id == "BR-RO-L1024");
        var text = BookTexts.Of(new Finding(rule, SheetReader.Read("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>"u8.ToArray()).Root), Romanian);
        Assert.StartsWith("Numele articolului: un text", text.Words, StringComparison.Ordinal);
        Assert.EndsWith("(> 100)", text.Words, StringComparison.Ordinal);
        var type = Book.Whole.Rules.First(r => r.Id == "BR-RO-020_1");
        Assert.Contains(": ANAF ", BookTexts.Of(new Finding(type, SheetReader.Read("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>"u8.ToArray()).Root), Romanian).Words, StringComparison.Ordinal);
    }
}
