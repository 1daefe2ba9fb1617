using InvoiceSync.Connectors.Stripe;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeBudgetTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    readonly HurriedTime time = new();

    [Theory]
    [InlineData(false, 25)]
    [InlineData(true, 80)]
    public async Task A_second_holds_as_many_requests_as_the_mode_allows(bool live, int perSecond)
    {
        var (budget, account) = (new StripeBudget(time), StripeUnderTest.Account with { Live = live });
        var start = time.GetUtcNow();
        for (var i = 0; i < perSecond; i++) await budget.Enter(account, Ct);
        Assert.Empty(time.Waits);

        for (var i = 0; i < 10 * perSecond; i++) await budget.Enter(account, Ct);
        Assert.Equal(10, (time.GetUtcNow() - start).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task One_connection_does_not_slow_another()
    {
        var budget = new StripeBudget(time);
        for (var i = 0; i < 25; i++) await budget.Enter(StripeUnderTest.Account, Ct);
        await budget.Enter(StripeUnderTest.Account with { Connection = Guid.Empty }, Ct);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task A_pause_holds_everybody_and_a_long_one_is_told_instead_of_waited()
    {
        var budget = new StripeBudget(time);
        budget.Pause(StripeUnderTest.Account, TimeSpan.FromSeconds(2));
        Assert.Null(await budget.Enter(StripeUnderTest.Account, Ct));
        Assert.Equal(2, Assert.Single(time.Waits).TotalSeconds, 0.05);

        budget.Pause(StripeUnderTest.Account, TimeSpan.FromMinutes(5));
        Assert.True(await budget.Enter(StripeUnderTest.Account, Ct) > TimeSpan.FromMinutes(4));
        Assert.Single(time.Waits);
    }

    [Fact]
    public async Task An_idle_minute_saves_up_no_more_than_a_second()
    {
        var budget = new StripeBudget(time);
        await budget.Enter(StripeUnderTest.Account, Ct);
        time.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 26; i++) await budget.Enter(StripeUnderTest.Account, Ct);
        Assert.Single(time.Waits);
    }
}
