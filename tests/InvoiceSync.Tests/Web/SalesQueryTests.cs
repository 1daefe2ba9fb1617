using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web;

public sealed class SalesQueryTests
{
    static readonly PageKey Key = new(new DateTimeOffset(2026, 11, 21, 8, 30, 0, 123, 456, TimeSpan.Zero), Guid.CreateVersion7());

    [Fact]
    public void A_query_becomes_the_message_it_asks()
    {
        var asked = Query(start: "2026-11-01", end: "2026-11-02", status: "open", state: "not_due", customer: "cus_1", limit: "100", after: PageCursor.Write(Key)).Read(SaleKind.Invoice);

        Assert.Equal(new ListSales(null, SaleState.NotDue, SaleKind.Invoice, new(2026, 11, 1), new(2026, 11, 2), "cus_1", Key, 100, SaleStatus.Open), asked.OrThrow());
    }

    [Fact]
    public void Nothing_asked_is_the_first_fifty() => Assert.Equal(new ListSales(Kind: SaleKind.Charge), Query().Read(SaleKind.Charge).OrThrow());

    [Fact]
    public void A_charge_that_succeeded_is_paid() => Assert.Equal(SaleStatus.Paid, Query(status: "succeeded").Read(SaleKind.Charge).OrThrow().SourceStatus);

    [Theory]
    [InlineData("start_date", "2026-13-01", null, null, null, null, null)]
    [InlineData("start_date", "0001-01-01", null, null, null, null, null)]
    [InlineData("end_date", null, "21/11/2026", null, null, null, null)]
    [InlineData("end_date", "2026-11-02", "2026-11-01", null, null, null, null)]
    [InlineData("status", null, null, "Open", null, null, null)]
    [InlineData("state", null, null, null, "done", null, null)]
    [InlineData("limit", null, null, null, null, "0", null)]
    [InlineData("limit", null, null, null, null, "101", null)]
    [InlineData("limit", null, null, null, null, "1e1", null)]
    [InlineData("starting_after", null, null, null, null, null, "page-2")]
    [InlineData("starting_after", null, null, null, null, null, "________________________________")]
    public void A_wrong_value_is_refused_by_its_name(string field, string? start, string? end, string? status, string? state, string? limit, string? after)
    {
        var error = Query(start, end, status, state, null, limit, after).Read(SaleKind.Invoice).Error;

        Assert.Equal((ErrorKind.Invalid, field), (error!.Kind, error.Field));
    }

    [Fact]
    public void A_customer_id_has_an_end() => Assert.Equal("customer_id", Query(customer: new('c', 256)).Read(SaleKind.Invoice).Error!.Field);

    [Fact]
    public void A_cursor_survives_the_way_out_and_back() => Assert.Equal(Key, PageCursor.Read(PageCursor.Write(Key)));

    static SalesQuery Query(string? start = null, string? end = null, string? status = null, string? state = null, string? customer = null, string? limit = null, string? after = null) =>
        new(start, end, status, state, customer, limit, after);
}
