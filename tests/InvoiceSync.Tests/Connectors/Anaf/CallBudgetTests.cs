using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class CallBudgetTests
{
    readonly StoppedClock clock = new(FakeAnaf.Now);

    [Fact]
    public void No_sixty_seconds_ever_hold_more_calls_than_allowed()
    {
        var budget = new CallBudget(clock);
        for (var i = 0; i < CallBudget.CallsPerMinute; i++, clock.Now += TimeSpan.FromMilliseconds(10)) Assert.Null(budget.Take("a"));

        Assert.Equal(TimeSpan.FromSeconds(51), budget.Take("a"));
        Assert.Null(budget.Take("another token"));
        clock.Now += TimeSpan.FromSeconds(51);
        Assert.Null(budget.Take("a"));
        Assert.NotNull(budget.Take("a"));
    }

    [Fact]
    public async Task Past_the_budget_nothing_is_sent_and_the_answer_says_when()
    {
        var anaf = FakeAnaf.Answering(System.Net.HttpStatusCode.OK, "<header stare=\"in prelucrare\"/>");
        var provider = anaf.Provider(clock);
        var ct = TestContext.Current.CancellationToken;
        for (var i = 0; i < CallBudget.CallsPerMinute; i++) await provider.Status(FakeAnaf.Account, "1", ct);

        Assert.Equal(new SubmitAnswer.Limited(TimeSpan.FromMinutes(1)), await provider.Submit(FakeAnaf.Account, FakeAnaf.Invoice, ct));
        Assert.Equal(new StatusAnswer.Limited(FiscalLimit.Minute, TimeSpan.FromMinutes(1)), await provider.Status(FakeAnaf.Account, "1", ct));
        Assert.Equal(CallBudget.CallsPerMinute, anaf.Asked.Count);
    }
}
