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
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_figure_is_none(string? typed) => Assert.Null(TypedFigure.Of(typed));
}
