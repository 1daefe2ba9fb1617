using System.Text;
using InvoiceSync.Fiscal.Rulebook;

namespace InvoiceSync.Tests.Fiscal.Rulebook;

public sealed class XPathTests
{
    [Theory]
    [InlineData("  a \t\n b  ", "a b")]
    [InlineData("a b", "a b")]
    [InlineData("\u00a0a", "\u00a0a")]
    [InlineData(null, "")]
    public void Blanks_are_tidied_as_XML_means_them(string? text, string tidy) => Assert.Equal(tidy, XPath.Tidy(text));

    [Fact]
    public void Letters_count_once_whatever_they_take() => Assert.Equal((3, 2), (XPath.Length("ș🧾ț"), XPath.Decimals("1.23")));

    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("-0.125", "-0.12")]
    public void Halves_of_a_cent_go_up(string value, string cents) =>
        Assert.Equal(decimal.Parse(cents, System.Globalization.CultureInfo.InvariantCulture), XPath.Cents(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1E2")]
    [InlineData("1,5")]
    [InlineData("")]
    [InlineData("abc")]
    public void What_is_no_decimal_stops_the_rule(string text) => Assert.Throws<UndecidableException>(() => XPath.Number(Node(text)));

    [Fact]
    public void A_comparison_reads_floating_point_where_arithmetic_does_not() => Assert.Equal(100, XPath.Double(Node(" 1E2 ")));

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-02-28Z", false)]
    [InlineData(" 2026-2-28", false)]
    public void A_plain_date_has_ten_letters(string text, bool plain) => Assert.Equal(plain, XPath.IsPlainDate(text));

    static Node Node(string text) => SheetReader.Read(Encoding.UTF8.GetBytes($"<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">{text}</Invoice>")).Root;
}
