using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeChargesTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    static readonly DateTimeOffset From = DateTimeOffset.FromUnixTimeSeconds(1_760_000_000);

    [Fact]
    public async Task A_bare_charge_is_a_sale_of_what_was_captured()
    {
        var sale = await Fetch(new FakeStripe().At("/stripe/v1/charges/ch_1", StripeSample.Charge("ch_1", refunded: 100)).At("/stripe/v1/refunds", _ => FakeStripe.List(false, StripeSample.Refund("re_1", 100))));

        Assert.Equal((SaleStatus.Paid, Currency.Eur, 40m, 40m, 0m, 1m), (sale.Status, sale.Currency, sale.Total, sale.Paid, sale.Due, sale.Refunded));
        Assert.Equal(("Two tickets", 40m), (Assert.Single(sale.Lines).Description, sale.Lines[0].Amount));
        Assert.Equal(("Ana Pop", null, null), (sale.Customer.Name, sale.Customer.Id, sale.Customer.Address));
        Assert.Null(sale.BelongsTo);
        Assert.Equal(("re_1", 1m), (Assert.Single(sale.Returns).Id, sale.Returns[0].Amount));
    }

    [Theory]
    [InlineData("succeeded", true, 4000, SaleStatus.Refunded)]
    [InlineData("succeeded", false, 0, SaleStatus.Pending)]
    [InlineData("pending", true, 0, SaleStatus.Pending)]
    [InlineData("failed", false, 0, SaleStatus.Failed)]
    public async Task Its_status_tells_whether_money_came(string status, bool captured, long refunded, SaleStatus expected)
    {
        var sale = await Fetch(new FakeStripe().At("/stripe/v1/charges/ch_1", StripeSample.Charge("ch_1", null, status, captured, refunded)).At("/stripe/v1/refunds", _ => FakeStripe.List(false)));
        Assert.Equal(expected, sale.Status);
        Assert.Equal(expected == SaleStatus.Refunded ? 40m : 0m, sale.Paid);
    }

    [Fact]
    public async Task A_charge_that_pays_an_invoice_says_which()
    {
        var fake = new FakeStripe().At("/stripe/v1/charges/ch_1", StripeSample.Charge("ch_1", "pi_1"))
            .At("/stripe/v1/invoice_payments", _ => FakeStripe.List(false, """{"id":"inpay_1","invoice":"in_9"}"""));
        Assert.Equal(new SourceKey(SaleKind.Invoice, "in_9"), (await Fetch(fake)).BelongsTo);

        var bridge = fake.Requests.Single(r => r.Path.EndsWith("/invoice_payments", StringComparison.Ordinal));
        Assert.Equal(("payment_intent", "pi_1"), (bridge["payment[type]"], bridge["payment[payment_intent]"]));
    }

    [Fact]
    public async Task A_list_leaves_out_charges_of_invoices_and_keeps_the_cursor_of_the_whole_page()
    {
        var charges = Enumerable.Range(1, 120).Select(i => StripeSample.Charge($"ch_{i}", $"pi_{i}")).ToList();
        var fake = new FakeStripe().At("/stripe/v1/charges", asked => StripeSample.PageOf(charges, asked))
            .At("/stripe/v1/invoice_payments", asked => asked["payment[payment_intent]"]!.EndsWith('0')
                ? FakeStripe.List(false, """{"id":"inpay_1","invoice":"in_9"}""")
                : FakeStripe.List(false));
        using var stripe = new StripeUnderTest(fake);

        var (ids, cursor, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = Assert.IsType<SourceAnswer<SourcePage>.Found>(
                await stripe.Sales.List(StripeUnderTest.Account, SaleKind.Charge, From, From.AddDays(60), cursor, Ct)).Value;
            ids.AddRange(page.Sales.Select(s => s.Key.Id));
            cursor = page.Next;
            pages++;
        }
        while (cursor is not null);

        Assert.Equal((108, 3), (ids.Count, pages));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(fake.Requests.Where(r => r.Path.EndsWith("/charges", StringComparison.Ordinal)), r => Assert.Equal("1760000000", r["created[gte]"]));
    }

    [Fact]
    public async Task When_the_bridge_cannot_be_asked_the_list_fails_instead_of_guessing()
    {
        var fake = new FakeStripe().At("/stripe/v1/charges", _ => FakeStripe.List(false, StripeSample.Charge("ch_1", "pi_1"), StripeSample.Charge("ch_2", "pi_2")))
            .At("/stripe/v1/invoice_payments", """{"error":{"type":"invalid_request_error","message":"not permitted"}}""", 403);
        using var stripe = new StripeUnderTest(fake);
        Assert.IsType<SourceAnswer<SourcePage>.Denied>(await stripe.Sales.List(StripeUnderTest.Account, SaleKind.Charge, From, From.AddDays(1), null, Ct));
    }

    static async Task<SourceSale> Fetch(FakeStripe fake)
    {
        using var stripe = new StripeUnderTest(fake);
        return Assert.IsType<SourceAnswer<SourceSale>.Found>(await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Charge, "ch_1"), Ct)).Value;
    }
}
