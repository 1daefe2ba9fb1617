using System.Text;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>Stripe's own published example objects, through the whole connector.</summary>
public sealed class StripeFixturesTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stripes_example_invoice_and_charge_are_read_as_sales()
    {
        using var fixtures = StripeData.Json("fixtures3.json");
        var resources = fixtures.RootElement.GetProperty("resources");
        var fake = new FakeStripe()
            .At("/stripe/v1/invoices/in_1", resources.GetProperty("invoice").GetRawText())
            .At("/stripe/v1/charges/ch_1", resources.GetProperty("charge").GetRawText())
            .At("/stripe/v1/invoice_payments", _ => FakeStripe.List(false));
        using var stripe = new StripeUnderTest(fake);

        var invoice = Assert.IsType<SourceAnswer<SourceSale>.Found>(await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), Ct)).Value;
        Assert.Equal((SaleStatus.Draft, 10m, 1), (invoice.Status, invoice.Total, invoice.Lines.Count));
        var charge = Assert.IsType<SourceAnswer<SourceSale>.Found>(await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Charge, "ch_1"), Ct)).Value;
        Assert.Equal("USD", charge.Currency.Code);
    }

    [Fact]
    public void Every_example_object_is_an_object_with_a_name()
    {
        using var fixtures = StripeData.Json("fixtures3.json");
        var resources = fixtures.RootElement.GetProperty("resources").EnumerateObject().ToList();

        Assert.True(resources.Count > 170);
        Assert.All(resources, r => Assert.NotEmpty(StripeObject.Parse(Encoding.UTF8.GetBytes(r.Value.GetRawText())).Name));
        Assert.Equal(19m, StripeTaxRate.Of(StripeObject.Parse(Encoding.UTF8.GetBytes(resources.Single(r => r.Name == "tax_rate").Value.GetRawText()))).Percentage);
    }
}
