using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web.Sync;

public sealed class SalesFilterTests
{
    // 00:30 on the 21st in Bucharest.
    static readonly ListSales.Row Row = new(
        new SaleId(Guid.CreateVersion7()), SaleKind.Charge, "ch_1", "A-17", null, "Ana Pop", "ana@example.ro", new Money(10, Currency.Ron),
        SaleState.Waiting, "succeeded", null, new DateTimeOffset(2026, 11, 20, 22, 30, 0, TimeSpan.Zero), null, null);

    public static TheoryData<ListSales> Showing =>
        [new ListSales(), new ListSales("ana"), new ListSales("A-1"), new ListSales("ch_"), new ListSales(State: SaleState.Waiting), new ListSales(Kind: SaleKind.Charge), new ListSales(From: new(2026, 11, 21)), new ListSales(To: new(2026, 11, 21))];

    public static TheoryData<ListSales> Hiding =>
        [new ListSales("pop"), new ListSales(State: SaleState.Accepted), new ListSales(Kind: SaleKind.Invoice), new ListSales(From: new(2026, 11, 22)), new ListSales(To: new(2026, 11, 20))];

    [Theory]
    [MemberData(nameof(Showing))]
    public void A_sale_the_filter_shows_is_put_on_the_list(ListSales filter) => Assert.True(filter.Shows(Row, PortalPieces.Bucharest));

    [Theory]
    [MemberData(nameof(Hiding))]
    public void A_sale_the_filter_hides_is_not(ListSales filter) => Assert.False(filter.Shows(Row, PortalPieces.Bucharest));
}
