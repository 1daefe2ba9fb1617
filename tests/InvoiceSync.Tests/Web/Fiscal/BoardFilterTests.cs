using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class BoardFilterTests
{
    [Fact]
    public void A_month_is_from_its_first_day_up_to_the_next_ones_first() =>
        Assert.Equal(new(AtLeast: new DateOnly(2026, 12, 1), Below: new(2027, 1, 1)), new BoardFilter("2026-12", null, null).Issued);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("9999-12")]
    [InlineData("2026-12-01")]
    public void What_is_no_month_narrows_nothing(string? month) => Assert.Null(new BoardFilter(month, null, null).Issued);

    [Fact]
    public void Kind_and_way_are_read_from_the_address()
    {
        Assert.Equal((true, "anaf"), (new BoardFilter(null, "anaf", "credit").IsCredit, new BoardFilter(null, "anaf", "credit").Way));
        Assert.Equal((false, null), (new BoardFilter(null, "", "invoice").IsCredit, new BoardFilter(null, "", "invoice").Way));
        Assert.Null(new BoardFilter(null, null, "anything").IsCredit);
    }
}
