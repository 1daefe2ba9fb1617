using System.Globalization;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class TypedFigureTests
{
    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1'234.5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("-3,5", "-3.5")]
    [InlineData(" 7 ", "7")]
    public void A_figure_is_read_in_either_language(string typed, string figure) =>
        Assert.Equal(decimal.Parse(figure, CultureInfo.InvariantCulture), TypedFigure.Of(typed));

    [Theory]
    [InlineData("en", "1,234", "1234")]
    [InlineData("en", "1.234", "1.234")]
    [InlineData("en", "-1,234", "-1234")]
    [InlineData("en", "12,50", "12.50")]
    [InlineData("en", "0,125", "0.125")]
    [InlineData("ro", "1.234", "1234")]
    [InlineData("ro", "1,234", "1.234")]
    [InlineData("ro", "12.50", "12.50")]
    [InlineData("ro", "0.125", "0.125")]
    public void A_lone_separator_before_three_digits_means_what_it_means_in_the_readers_language(string language, string typed, string figure)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var read = TypedFigure.Of(typed);
            Assert.Equal(decimal.Parse(figure, CultureInfo.InvariantCulture), read);
            Assert.Equal(read, TypedFigure.Of(TypedFigure.Text(read)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_figure_is_none(string? typed) => Assert.Null(TypedFigure.Of(typed));
}
