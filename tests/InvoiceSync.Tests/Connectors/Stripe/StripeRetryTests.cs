using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeRetryTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(409, null, true)]
    [InlineData(500, null, true)]
    [InlineData(503, null, true)]
    [InlineData(400, null, false)]
    [InlineData(402, null, false)]
    [InlineData(404, null, false)]
    [InlineData(500, false, false)]
    [InlineData(400, true, true)]
    [InlineData(200, true, false)]
    public void The_header_beats_the_status(int status, bool? header, bool again) =>
        Assert.Equal(again, StripeRetry.Pause(new(status, []) { ShouldRetry = header }, 1, impatient: true, 0) is not null);

    [Fact]
    public void Waits_double_with_jitter_between_half_a_second_and_five()
    {
        var lost = StripeReply.Lost("reset");
        Assert.Equal(TimeSpan.FromSeconds(0.5), StripeRetry.Pause(lost, 1, false, 0));
        Assert.Equal(TimeSpan.FromSeconds(0.75), StripeRetry.Pause(lost, 2, false, 0));
        Assert.Equal(TimeSpan.FromSeconds(1), StripeRetry.Pause(lost, 2, false, 1));
        Assert.Null(StripeRetry.Pause(lost, 3, false, 0));
    }

    [Fact]
    public void A_rate_limit_is_waited_out_in_the_background_and_told_at_once_to_a_person()
    {
        var limited = new StripeReply(429, []);
        Assert.Null(StripeRetry.Pause(limited, 1, impatient: true, 0.5));
        Assert.Equal([1, 2, 4, 8], Enumerable.Range(1, 4).Select(n => (int)StripeRetry.Pause(limited, n, false, 1)!.Value.TotalSeconds));
        Assert.Null(StripeRetry.Pause(limited, 5, false, 1));
        Assert.NotNull(StripeRetry.Pause(limited with { ShouldRetry = true }, 1, impatient: true, 0)); // lock_timeout
    }

    [Fact]
    public async Task Five_rate_limits_in_a_row_become_an_answer()
    {
        var fake = new FakeStripe();
        for (var i = 0; i < 6; i++) fake.Then(429, """{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Slow down."}}""");
        using var stripe = new StripeUnderTest(fake);

        Assert.IsType<SourceAnswer<SourceSale>.Limited>(await stripe.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), Ct));
        Assert.Equal(5, fake.Requests.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_held_back_by_waits()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        using var stripe = new StripeUnderTest(new FakeStripe().ThenLose());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stripe.Client.Get(StripeUnderTest.Account, StripeCall.Get("/v1/account"), gone.Token));
    }
}
