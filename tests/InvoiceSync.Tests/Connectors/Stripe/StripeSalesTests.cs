using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeSalesTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    static readonly SourceKey Key = new(SaleKind.Invoice, "in_1");

    [Theory]
    [InlineData(401, "Denied")]
    [InlineData(403, "Denied")]
    [InlineData(429, "Limited")]
    [InlineData(409, "Unavailable")]
    [InlineData(424, "Unavailable")]
    [InlineData(500, "Unavailable")]
    [InlineData(400, "Broken")]
    public async Task Every_refusal_has_its_case(int status, string expected) =>
        Assert.Equal(expected, (await Fetch(new FakeStripe().At("/stripe/v1/invoices/in_1", """{"error":{"message":"No."}}""", status))).GetType().Name);

    [Theory]
    [InlineData(200, "<html>hello</html>", "Broken")]
    [InlineData(200, "", "Broken")]
    [InlineData(200, "[]", "Broken")]
    [InlineData(200, "{}", "Broken")]
    [InlineData(302, "", "Broken")]
    [InlineData(404, "<html>nginx</html>", "Broken")]
    [InlineData(502, "<html>bad gateway</html>", "Unavailable")]
    [InlineData(200, """{"id":"in_1","object":"invoice","deleted":true}""", "Gone")]
    public async Task Every_odd_answer_has_its_case(int status, string body, string expected) =>
        Assert.Equal(expected, (await Fetch(new FakeStripe().At("/stripe/v1/invoices/in_1", body, status))).GetType().Name);

    [Fact]
    public async Task Lost_answers_end_as_unavailable_after_three_attempts()
    {
        var fake = new FakeStripe().ThenLose().ThenLose().ThenLose().ThenLose();
        Assert.IsType<SourceAnswer<SourceSale>.Unavailable>(await Fetch(fake));
        Assert.Equal(3, fake.Requests.Count);
    }

    [Fact]
    public async Task An_id_that_would_climb_the_path_is_not_asked()
    {
        var fake = new FakeStripe();
        using var stripe = new StripeUnderTest(fake);
        Assert.IsType<SourceAnswer<SourceSale>.Broken>(await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, ".."), Ct));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task The_account_behind_a_key_is_asked_once()
    {
        var fake = StripeSample.World(StripeSample.Invoice()).At("/stripe/v1/account", """{"id":"acct_asked","object":"account"}""");
        using var stripe = new StripeUnderTest(fake);
        var unknown = StripeUnderTest.Account with { AccountId = null };
        for (var i = 0; i < 3; i++)
        {
            var answer = await stripe.Sales.Fetch(unknown, Key, Ct);
            Assert.Equal("acct_asked", Assert.IsType<SourceAnswer<SourceSale>.Found>(answer).Value.AccountId);
        }

        Assert.Single(fake.Requests, r => r.Path == "/stripe/v1/account");
    }

    [Theory]
    [InlineData("invoice_payment", "/stripe/v1/invoice_payments/x_1", """{"id":"x_1","invoice":"in_1"}""", "invoice in_1")]
    [InlineData("credit_note", "/stripe/v1/credit_notes/x_1", """{"id":"x_1","invoice":{"id":"in_1"}}""", "invoice in_1")]
    [InlineData("payment_intent", "/stripe/v1/payment_intents/x_1", """{"id":"x_1","latest_charge":"ch_1"}""", "charge ch_1")]
    [InlineData("refund", "/stripe/v1/refunds/x_1", """{"id":"x_1","charge":"ch_1"}""", "charge ch_1")]
    [InlineData("dispute", "/stripe/v1/disputes/x_1", """{"id":"x_1","charge":"ch_1"}""", "charge ch_1")]
    public async Task The_sale_behind_an_object_is_found(string type, string path, string body, string key)
    {
        using var stripe = new StripeUnderTest(new FakeStripe().At(path, body));
        var found = Assert.IsType<SourceAnswer<SourceKey>.Found>(await stripe.Sales.Locate(StripeUnderTest.Account, type, "x_1", Ct));
        Assert.Equal(key, found.Value.ToString());
    }

    [Fact]
    public async Task An_object_without_a_sale_is_gone_and_an_unknown_kind_is_refused()
    {
        using var stripe = new StripeUnderTest(new FakeStripe().At("/stripe/v1/payment_intents/pi_1", """{"id":"pi_1","latest_charge":null}"""));
        Assert.IsType<SourceAnswer<SourceKey>.Gone>(await stripe.Sales.Locate(StripeUnderTest.Account, "payment_intent", "pi_1", Ct));
        Assert.IsType<SourceAnswer<SourceKey>.Broken>(await stripe.Sales.Locate(StripeUnderTest.Account, "toaster", "x_1", Ct));
    }

    [Fact]
    public async Task A_list_of_invoices_pages_by_cursor_within_its_dates()
    {
        var invoices = Enumerable.Range(1, 150).Select(i => StripeSample.Invoice().Replace("in_1", $"in_{i}", StringComparison.Ordinal)).ToList();
        var fake = new FakeStripe().At("/stripe/v1/invoices", asked => StripeSample.PageOf(invoices, asked));
        using var stripe = new StripeUnderTest(fake);
        var (from, to) = (DateTimeOffset.FromUnixTimeSeconds(100), DateTimeOffset.FromUnixTimeSeconds(200));

        var first = Assert.IsType<SourceAnswer<SourcePage>.Found>(await stripe.Sales.List(StripeUnderTest.Account, SaleKind.Invoice, from, to, null, Ct)).Value;
        var second = Assert.IsType<SourceAnswer<SourcePage>.Found>(await stripe.Sales.List(StripeUnderTest.Account, SaleKind.Invoice, from, to, first.Next, Ct)).Value;

        Assert.Equal((100, "in_100", 50, null), (first.Sales.Count, first.Next, second.Sales.Count, second.Next));
        Assert.Equal(("100", "200", "in_100"), (fake.Requests[1]["created[gte]"], fake.Requests[1]["created[lt]"], fake.Requests[1]["starting_after"]));
        Assert.Equal((SaleStatus.Draft, 1m), (first.Sales[0].Status, first.Sales[0].Total));
    }

    static async Task<SourceAnswer<SourceSale>> Fetch(FakeStripe fake)
    {
        using var stripe = new StripeUnderTest(fake);
        return await stripe.Sales.Fetch(StripeUnderTest.Account, Key, Ct);
    }
}
