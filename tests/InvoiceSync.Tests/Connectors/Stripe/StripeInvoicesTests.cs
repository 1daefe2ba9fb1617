using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeInvoicesTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoice_is_read_to_the_last_minor_unit()
    {
        var sale = Found(await Fetch(StripeSample.Paid()));

        Assert.Equal((new SourceKey(SaleKind.Invoice, "in_1"), "acct_1", false, SaleStatus.Paid, "A-1"), (sale.Key, sale.AccountId, sale.Live, sale.Status, sale.Number));
        Assert.Equal((Currency.Ron, 100m, 10m, 17.10m, 107.10m), (sale.Currency, sale.Subtotal, sale.Discount, sale.Tax, sale.Total));
        Assert.Equal((107.10m, 0m, 7.10m), (sale.Paid, sale.Due, sale.Refunded));
        Assert.Equal(["pi_1", "ch_1"], sale.PaymentIds);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_763_000_100), sale.IssuedAt);
        Assert.Equal("PO-7", sale.Metadata["order"]);
        Assert.Equal("RO123", sale.Metadata["CUI"]);
    }

    [Fact]
    public async Task A_line_has_its_price_discount_tax_and_period()
    {
        var line = Assert.Single(Found(await Fetch(StripeSample.Paid())).Lines);

        Assert.Equal(("il_1", "Consulting", 2.5m, 40m, 100m, 10m, true), (line.Id, line.Description, line.Quantity, line.UnitPrice, line.Amount, line.Discount, line.IsProration));
        Assert.Equal(new SourceTax(17.10m, 90m, 19m, false, "standard_rated", "RO", "vat"), Assert.Single(line.Taxes));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_760_000_000), line.PeriodStart);
    }

    [Fact]
    public async Task The_frozen_buyer_wins_over_the_card_and_the_card_completes_it()
    {
        var buyer = Found(await Fetch(StripeSample.Paid())).Customer;

        Assert.Equal(("cus_1", "Frozen SRL", "Card SRL", "card@example.com"), (buyer.Id, buyer.Name, buyer.BusinessName, buyer.Email));
        Assert.Equal(new SourceTaxId("eu_vat", "RO12345678"), Assert.Single(buyer.TaxIds));
        Assert.Equal((TaxExemption.Reverse, "Cluj"), (buyer.TaxExempt, buyer.Address!.City));
    }

    [Fact]
    public async Task All_lines_are_paged_and_kept_in_the_mirrors_text()
    {
        var lines = Enumerable.Range(1, 250).Select(i => StripeSample.Line($"il_{i}", 100)).ToList();
        var fake = StripeSample.World(StripeSample.Invoice(subtotal: 25_000, lines: lines.Take(10), more: true))
            .At("/stripe/v1/invoices/in_1/lines", asked => StripeSample.PageOf(lines, asked));
        var sale = Found(await Fetch(fake));

        Assert.Equal(250, sale.Lines.Count);
        Assert.Equal(250, JsonNode.Parse(sale.Json)!["lines"]!["data"]!.AsArray().Count);
        Assert.Equal([null, "il_100", "il_200"], fake.Requests.Where(r => r.Path.EndsWith("/lines", StringComparison.Ordinal)).Select(r => r["starting_after"]));
    }

    [Fact]
    public async Task Lines_that_do_not_add_up_are_not_passed_on() =>
        Assert.Contains("add up", Broken(await Fetch(StripeSample.World(StripeSample.Invoice(subtotal: 999)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("currency")]
    [InlineData("total")]
    [InlineData("status")]
    [InlineData("livemode")]
    [InlineData("created")]
    [InlineData("lines")]
    [InlineData("amount_paid")]
    public async Task A_missing_required_field_is_named_and_never_a_null(string field)
    {
        var invoice = JsonNode.Parse(StripeSample.Invoice())!.AsObject();
        invoice.Remove(field);
        Assert.Contains(field, Broken(await Fetch(StripeSample.World(invoice.ToJsonString()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unheard_of_status_or_currency_is_refused_and_unknown_fields_are_not()
    {
        Assert.Contains("status", Broken(await Fetch(StripeSample.World(StripeSample.Invoice().Replace("\"draft\"", "\"dormant\"", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.Contains("currency", Broken(await Fetch(StripeSample.World(StripeSample.Invoice().Replace("\"ron\"", "\"lei noi\"", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Found(await Fetch(StripeSample.World(StripeSample.Invoice().Replace("\"livemode\"", "\"from_2031\":{\"a\":[1]},\"livemode\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_customer_and_a_rate_that_are_gone_do_not_end_the_invoice()
    {
        var fake = StripeSample.Paid().At("/stripe/v1/invoices/in_1", StripeSample.PaidInvoice.Replace(StripeSample.Card, "\"cus_1\"", StringComparison.Ordinal))
            .At("/stripe/v1/customers/cus_1", """{"id":"cus_1","object":"customer","deleted":true}""")
            .At("/stripe/v1/tax_rates/txr_19", _ => FakeStripe.Reply(404, """{"error":{"code":"resource_missing","message":"No such rate"}}"""));
        var sale = Found(await Fetch(fake));

        Assert.Equal("Frozen SRL", sale.Customer.Name);
        Assert.Equal((17.10m, null), (sale.Taxes[0].Amount, sale.Taxes[0].Percentage));
    }

    [Fact]
    public async Task A_tax_rate_is_asked_only_once()
    {
        var fake = StripeSample.Paid();
        using var stripe = new StripeUnderTest(fake);
        for (var i = 0; i < 3; i++) await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), Ct);
        Assert.Single(fake.Requests, r => r.Path == "/stripe/v1/tax_rates/txr_19");
    }

    [Fact]
    public async Task A_deleted_draft_is_gone() => Assert.IsType<SourceAnswer<SourceSale>.Gone>(await Fetch(new FakeStripe()));

    static Task<SourceAnswer<SourceSale>> Fetch(FakeStripe fake)
    {
        var stripe = new StripeUnderTest(fake);
        return stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), Ct);
    }

    static SourceSale Found(SourceAnswer<SourceSale> answer) => Assert.IsType<SourceAnswer<SourceSale>.Found>(answer).Value;

    static string Broken(SourceAnswer<SourceSale> answer) => Assert.IsType<SourceAnswer<SourceSale>.Broken>(answer).Why;
}
