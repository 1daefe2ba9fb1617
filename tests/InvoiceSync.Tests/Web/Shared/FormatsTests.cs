using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("en-GB", "RON", 1234.5, "1,234.50\u00A0RON")]
    [InlineData("ro-RO", "RON", 1234.5, "1.234,50\u00A0RON")]
    [InlineData("ro-RO", "JPY", 1234.5, "1.235\u00A0JPY")]
    [InlineData("en-GB", "KWD", 1.2345, "1.235\u00A0KWD")]
    [InlineData("en-GB", "EUR", -3, "-3.00\u00A0EUR")]
    public void Money_has_its_currencys_decimals_in_the_readers_marks(string culture, string currency, decimal amount, string written)
    {
        CultureInfo.CurrentCulture = new(culture);
        Assert.Equal(written, new Money(amount, new Currency(currency)).Text());
    }

    [Theory]
    [InlineData(1, 0, "1")]
    [InlineData(2.5, 0, "2.5")]
    [InlineData(2.5, 2, "2.50")]
    [InlineData(0.0123456, 2, "0.0123456")]
    public void A_quantity_or_unit_price_is_never_rounded(decimal value, int least, string written)
    {
        CultureInfo.CurrentCulture = new("en-GB");
        Assert.Equal(written, Formats.Exact(value, least));
    }
}
