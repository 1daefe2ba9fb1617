using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class InvoicesQueryTests
{
    static readonly InvoicesQuery None = new(null, null, null, null, null, null, null, null, null);

    [Fact]
    public void The_address_says_the_filter_and_the_filter_is_read_from_the_address()
    {
        var query = None with { Q = " FACT & co ", Filing = "Refused", Status = "Paid", Currency = "eur", From = "2026-02-28", To = "2026-03-01", Min = "1.234,50", Max = "2000" };
        Assert.Equal("q=%20FACT%20%26%20co%20&filing=Refused&status=Paid&currency=eur&from=2026-02-28&to=2026-03-01&min=1.234%2C50&max=2000", query.Address);
        Assert.Equal(("FACT & co", InvoiceFiling.Refused, InvoiceStatus.Paid, Currency.Eur), (query.Filter.Search, query.Filter.Filing, query.Filter.Status, query.Filter.Currency));
        Assert.Equal(new Between<DateOnly>(AtLeast: new(2026, 2, 28), AtMost: new(2026, 3, 1)), query.Filter.Issued);
        Assert.Equal(new Between<decimal>(AtLeast: 1234.50m, AtMost: 2000), query.Filter.Total);
    }

    [Theory]
    [InlineData("Burnt", "1", "x", "E1", "31.12.2026", "abc")]
    [InlineData("", " ", "", "", "2026-02-30", "")]
    public void What_is_no_filter_is_none(string filing, string status, string customer, string currency, string from, string min) =>
        Assert.Equal(new InvoiceFilter(), (None with { Filing = filing, Status = status, Customer = customer, Currency = currency, From = from, Min = min }).Filter);

    [Fact]
    public void Nothing_asked_for_is_empty() => Assert.Equal((true, ""), (None.IsEmpty, None.Address));
}
