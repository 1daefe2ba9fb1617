using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a \t\r\n b ", "a b")]
    [InlineData("a\u0001b", "a b")]
    [InlineData("Țară și șură", "Țară și șură")]
    [InlineData(null, "")]
    public void Text_is_tidied(string? text, string tidy) => Assert.Equal(tidy, PlainText.Tidy(text));

    [Fact]
    public void What_XML_cannot_hold_is_dropped_or_replaced() => Assert.Equal("a\uFFFDbc", PlainText.Tidy("a\uD800b\uFFFFc"));

    [Fact]
    public void Letters_count_once_whatever_their_bytes() => Assert.Equal(3, PlainText.Length("ș😀ț"));

    [Fact]
    public void A_cut_falls_between_words_and_loses_none() =>
        Assert.Equal(("unu doi", "trei patru"), PlainText.Cut("unu doi trei patru", 10));

    [Fact]
    public void A_word_without_end_is_cut_hard_but_no_character_is_halved() =>
        Assert.Equal(("x😀", "😀"), PlainText.Cut("x😀😀", 2));

    [Fact]
    public void However_text_looks_a_cut_obeys_its_limit_and_keeps_every_character() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), Gen.Choose(1, 20).ToArbitrary(), (text, max) =>
        {
            var (head, tail) = PlainText.Cut(text, max);
            return PlainText.Length(head) <= max
                && (head + tail).Replace(" ", "", StringComparison.Ordinal) == PlainText.Tidy(text).Replace(" ", "", StringComparison.Ordinal)
                && PlainText.Tidy(PlainText.Tidy(text)) == PlainText.Tidy(text);
        }));
}
