using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class MapSaleTests
{
    readonly FakeSales stripe = new();

    public MapSaleTests() => stripe.Dispatcher.Tell<GetCompanyProfile, Seller?>(Some.Seller).Tell<GetMapping, GetMapping.View>(new(new(), null));

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

    [Fact]
    public async Task The_companys_rules_and_the_number_told_for_the_buyers_address_are_followed()
    {
        stripe.Dispatcher.Tell<GetMapping, GetMapping.View>(new(new() { Fields = [new("po", MappedField.Order)] }, "RO18547290"));
        var document = Assert.IsType<Mapped.ToInvoice>(await Map(Some.Sale() with { Customer = Some.Client with { TaxIds = [] }, Metadata = new Dictionary<string, string> { ["PO"] = "77" } })).Document;
        Assert.Equal(("RO18547290", "77"), (document.Buyer.VatId, document.References!.Order));
        Assert.Equal(new GetMapping("client@exemplu.ro"), Assert.Single(stripe.Dispatcher.Sent<GetMapping>()));
    }

    Task<Mapped> Map(SourceSale sale) =>
        new MapSale.Handler(stripe.Dispatcher, stripe.Dispatcher.Scoped(), stripe.Who).Handle(new(sale, new()), TestContext.Current.CancellationToken);
}
