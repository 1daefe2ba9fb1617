using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class MapSaleTests
{
    readonly FakeSales stripe = new();

    public MapSaleTests() => stripe.Dispatcher.Tell<GetCompanyProfile, Seller?>(Some.Seller);

    [Fact]
    public async Task A_sale_in_euro_takes_the_rate_of_its_day()
    {
        stripe.Dispatcher.Tell<FindRate, FindRate.Found>(Some.EuroRate);
        Assert.Equal(5.0919m, Assert.IsType<Mapped.ToInvoice>(await Map(Some.Sale(Currency.Eur))).Document.VatInRon!.Rate);
        Assert.Equal(new FindRate(Currency.Eur, new(2026, 11, 20)), Assert.Single(stripe.Dispatcher.Sent<FindRate>()));
    }

    [Fact]
    public async Task A_sale_in_lei_asks_for_no_rate()
    {
        Assert.IsType<Mapped.ToInvoice>(await Map(Some.Sale()));
        Assert.Empty(stripe.Dispatcher.Sent<FindRate>());
    }

    [Fact]
    public async Task Without_a_company_profile_it_waits_for_one()
    {
        stripe.Dispatcher.Tell<GetCompanyProfile, Seller?>(null);
        Assert.Equal("company.profile_missing", Assert.IsType<Mapped.ToPerson>(await Map(Some.Sale())).Code);
    }

    [Fact]
    public async Task Without_a_rate_it_is_tried_again_later_and_not_parked()
    {
        stripe.Dispatcher.On<FindRate, FindRate.Found>(_ => Error.Unavailable("rate.missing", "No rate."));
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Map(Some.Sale(Currency.Eur)))).Error.Kind);
    }

    [Fact]
    public async Task A_payment_waits_while_the_settings_name_no_rate() =>
        Assert.Equal("charge.rate_missing", Assert.IsType<Mapped.ToPerson>(await Map(Some.Charge(121))).Code);

    Task<Mapped> Map(SourceSale sale) =>
        new MapSale.Handler(stripe.Dispatcher, stripe.Dispatcher.Scoped(), stripe.Who).Handle(new(sale, new()), TestContext.Current.CancellationToken);
}
