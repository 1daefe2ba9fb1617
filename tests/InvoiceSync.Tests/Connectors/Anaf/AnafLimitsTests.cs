using System.Net;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafLimitsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void No_sixty_seconds_hold_a_thousand_calls_even_when_clocks_differ_by_ten_seconds()
    {
        var spans = Enumerable.Range(0, 61_000).Select(ms => AnafLimits.Any(FakeAnaf.Now.AddMilliseconds(ms)).EndsAt).Distinct().Count();
        Assert.Equal(7, spans);
        Assert.True((spans + 1) * AnafLimits.CallsPerSpan < 1000);
    }

    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T22:00:00Z")]
    [InlineData("2026-11-20T22:00:00Z", "2026-11-21T22:00:00Z")]
    [InlineData("2026-07-01T20:59:59Z", "2026-07-01T21:00:00Z")]
    [InlineData("2026-10-24T21:30:00Z", "2026-10-25T22:00:00Z")]
    public void A_day_ends_at_midnight_in_Bucharest(string now, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, null), AnafLimits.State("1", DateTimeOffset.Parse(now, null)).EndsAt);

    [Fact]
    public async Task Each_kind_of_call_takes_from_its_own_day_as_well()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        await anaf.Provider().Submit(FakeAnaf.Account, FakeAnaf.Invoice, Ct);
        await anaf.Provider().Status(FakeAnaf.Account, "77", Ct);
        await anaf.Provider().Download(FakeAnaf.Account, "88", Ct);
        await anaf.Provider().Search(FakeAnaf.Account, FakeAnaf.Now.AddDays(-1), FakeAnaf.Now, 1, Ct);
        string[] expected = ["anaf/calls", "anaf/calls", "anaf/state/77", "anaf/calls", "anaf/download/88", "anaf/calls", "anaf/list/8000000000"];
        Assert.Equal(expected, anaf.Budget.Asked.Select(a => a.Key));
    }

    [Fact]
    public async Task Past_the_budget_nothing_is_sent_and_the_answer_says_when()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        anaf.Budget.IsUsedUp = a => a.Per == FiscalLimit.Minute;
        Assert.Equal(new SubmitAnswer.Limited(TimeSpan.FromSeconds(10)), await anaf.Provider().Submit(FakeAnaf.Account, FakeAnaf.Invoice, Ct));
        Assert.Equal(new StatusAnswer.Limited(FiscalLimit.Minute, TimeSpan.FromSeconds(10)), await anaf.Provider().Status(FakeAnaf.Account, "1", Ct));

        anaf.Budget.IsUsedUp = a => a.Per == FiscalLimit.Day;
        Assert.Equal(new StatusAnswer.Limited(FiscalLimit.Day, TimeSpan.FromHours(12)), await anaf.Provider().Status(FakeAnaf.Account, "1", Ct));
        Assert.Empty(anaf.Asked);
    }
}
