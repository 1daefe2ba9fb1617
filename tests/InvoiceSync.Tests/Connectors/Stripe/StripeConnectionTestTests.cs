using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeConnectionTestTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    static readonly string[] Lists = ["invoices", "invoice_payments", "credit_notes", "charges", "payment_intents", "customers", "tax_rates", "events"];

    [Fact]
    public async Task A_good_key_tells_whose_account_it_opens()
    {
        var works = Assert.IsType<ConnectionCheck.Works>(await Test(Good()));
        Assert.Equal(("acct_1", "Demo SRL", false), (works.AccountId, works.AccountName, works.Live));
        Assert.Contains("restricted key", Assert.Single(works.Remarks), StringComparison.Ordinal);

        Assert.Empty(Assert.IsType<ConnectionCheck.Works>(await Test(Good(), "rk_test_1")).Remarks);
    }

    [Fact]
    public async Task Every_missing_right_is_named_at_once()
    {
        var fake = Good().At("/stripe/v1/charges", Forbidden, 403).At("/stripe/v1/events", Forbidden, 403);
        var error = await Fails(fake);
        Assert.Equal("connection.rights_missing", error.Code);
        Assert.Contains("Charges, Events", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "connection.key_refused")]
    [InlineData(403, "connection.rights_missing")]
    [InlineData(429, "connection.limited")]
    [InlineData(503, "connection.unreachable")]
    [InlineData(400, "connection.answer_unreadable")]
    [InlineData(302, "connection.answer_unreadable")]
    public async Task Each_trouble_has_its_cure(int status, string code) =>
        Assert.Equal(code, (await Fails(Good().At("/stripe/v1/account", Forbidden, status))).Code);

    [Fact]
    public async Task A_login_page_in_place_of_stripe_is_recognised() =>
        Assert.Equal("connection.answer_unreadable", (await Fails(Good().At("/stripe/v1/account", "<html>Sign in</html>"))).Code);

    [Fact]
    public async Task Objects_of_the_other_mode_are_noticed() =>
        Assert.Equal("connection.mode_mixed", (await Fails(Good().At("/stripe/v1/invoices", _ => FakeStripe.List(false, """{"id":"in_1","livemode":true}""")))).Code);

    [Theory]
    [InlineData("")]
    [InlineData("pk_test_1")]
    [InlineData("sk_live_1")]
    [InlineData("sk_test_1\r\nX-Evil: 1")]
    public async Task A_key_that_cannot_be_right_is_never_sent(string key)
    {
        var fake = Good();
        Assert.IsType<ConnectionCheck.Fails>(await Test(fake, key));
        using var stripe = new StripeUnderTest(fake);
        Assert.IsType<SourceAnswer<SourceSale>.Denied>(
            await stripe.Sales.Fetch(StripeUnderTest.Account with { ApiKey = key }, new(SaleKind.Invoice, "in_1"), Ct));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_key_is_not_sent_in_the_clear_nor_under_another_api_version()
    {
        var fake = Good();
        using var stripe = new StripeUnderTest(fake);
        Assert.IsType<ConnectionCheck.Fails>(await stripe.Sales.Test(StripeUnderTest.Account with { BaseAddress = new("http://api.stripe.com") }, Ct));
        Assert.IsType<ConnectionCheck.Fails>(await stripe.Sales.Test(StripeUnderTest.Account with { ApiVersion = "2020-03-02" }, Ct));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task The_key_is_in_no_log_and_in_no_text_of_the_account()
    {
        var fake = new FakeStripe().ThenLose().Then(500, "{}").Then(401, """{"error":{"type":"invalid_request_error","message":"Invalid API Key provided: sk_test_*****lden"}}""");
        using var stripe = new StripeUnderTest(fake);
        await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), Ct);

        Assert.Contains(stripe.Log, line => line.Contains("req_1", StringComparison.Ordinal));
        Assert.DoesNotContain(stripe.Log, line => line.Contains(StripeUnderTest.Key, StringComparison.Ordinal));
        Assert.DoesNotContain(StripeUnderTest.Key, StripeUnderTest.Account.ToString(), StringComparison.Ordinal);
    }

    const string Forbidden = """{"error":{"type":"invalid_request_error","message":"The provided key does not have the required permissions"}}""";

    static FakeStripe Good() => Lists.Aggregate(
        new FakeStripe().At("/stripe/v1/account", """{"id":"acct_1","object":"account","settings":{"dashboard":{"display_name":"Demo SRL"}},"email":"a@b.c"}"""),
        (fake, list) => fake.At($"/stripe/v1/{list}", _ => FakeStripe.List(false, $$"""{"id":"x_1","livemode":false}""")));

    static async Task<InvoiceSync.Kernel.Error> Fails(FakeStripe fake) => Assert.IsType<ConnectionCheck.Fails>(await Test(fake)).Error;

    static async Task<ConnectionCheck> Test(FakeStripe fake, string key = StripeUnderTest.Key)
    {
        using var stripe = new StripeUnderTest(fake);
        return await stripe.Sales.Test(StripeUnderTest.Account with { ApiKey = key }, Ct);
    }
}
