using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Connectors;

/// <summary>The practice Stripe with its dials turned: what passes by itself is waited out, what does not is told as what it is.</summary>
public sealed class StripeFaultsTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("429", 2, null)]
    [InlineData("429", 2, "lock_timeout")]
    [InlineData("500_after_execution", 2, null)]
    [InlineData("timeout_after_success", 2, null)]
    [InlineData("reset_before", 2, null)]
    [InlineData("delayed", 1, null)]
    public async Task Trouble_that_passes_is_waited_out(string kind, int count, string? variant)
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var id = await OneInvoice(stripe);
        await stripe.Break(new { target = "stripe", kind, path = "/v1/invoices", count, variant, delayMs = 50 }, Ct);

        Assert.IsType<SourceAnswer<SourceSale>.Found>(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, id), Ct));
    }

    [Theory]
    [InlineData("500_after_execution", "Unavailable")]
    [InlineData("timeout_after_success", "Unavailable")]
    [InlineData("reset_before", "Unavailable")]
    [InlineData("html_200", "Broken")]
    public async Task Trouble_that_stays_is_told(string kind, string expected)
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var id = await OneInvoice(stripe);
        await stripe.Break(new { target = "stripe", kind, path = "/v1/invoices", delayMs = 10 }, Ct);

        Assert.Equal(expected, (await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, id), Ct)).GetType().Name);
    }

    [Fact]
    public async Task A_server_slower_than_our_patience_is_unavailable()
    {
        await using var stripe = await PracticeStripe.Start(Ct, patience: TimeSpan.FromMilliseconds(200));
        var id = await OneInvoice(stripe);
        await stripe.Break(new { target = "stripe", kind = "delayed", path = "/v1/invoices", delayMs = 60_000 }, Ct);

        var answer = await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, id), Ct);
        Assert.Contains("in time", Assert.IsType<SourceAnswer<SourceSale>.Unavailable>(answer).Why, StringComparison.Ordinal);
    }

    static async Task<string> OneInvoice(PracticeStripe stripe) => (string)(await stripe.Sell("company", 1, Ct))[0]["id"]!;
}
