using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class OutageTests
{
    // Issued on Friday the 20th: its days are 23 to 27 November.
    static readonly DateOnly LastDay = new(2026, 11, 27);
    static readonly DateTimeOffset Monday = new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero); // its first instant in Bucharest
    static readonly DateTimeOffset Over = new(2026, 11, 27, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(24, DutyRest.Was)]
    [InlineData(23.9, DutyRest.None)]
    [InlineData(100, DutyRest.Was)]
    public void A_day_or_more_within_the_five_days_counts_and_less_does_not(double hours, DutyRest rest) =>
        Assert.Equal(rest, Down(Monday.AddHours(3), Monday.AddHours(3 + hours)).RestFor(LastDay, Over.AddDays(9)));

    [Fact]
    public void While_it_lasts_the_duty_rests_now_once_a_day_has_passed()
    {
        var down = Down(Monday.AddHours(1), null);
        Assert.Equal(DutyRest.None, down.RestFor(LastDay, Monday.AddHours(24)));
        Assert.Equal(DutyRest.Now, down.RestFor(LastDay, Monday.AddHours(25)));
        Assert.Equal(DutyRest.Now, down.RestFor(LastDay, Over.AddDays(3))); // late, but nothing could be filed
    }

    [Fact]
    public void What_ended_before_the_first_of_the_days_or_began_after_the_last_changes_nothing()
    {
        Assert.Equal(DutyRest.None, Down(Monday.AddDays(-4), Monday).RestFor(LastDay, Over.AddDays(9)));
        Assert.Equal(DutyRest.Was, Down(Monday.AddDays(-4), Monday.AddSeconds(1)).RestFor(LastDay, Over.AddDays(9)));
        Assert.Equal(DutyRest.None, Down(Over, null).RestFor(LastDay, Over.AddDays(9)));
        Assert.Equal(DutyRest.Now, Down(Over.AddSeconds(-1), null).RestFor(LastDay, Over.AddDays(9)));
    }

    [Fact]
    public void Only_ANAFs_own_system_gives_rest() => Assert.Equal(DutyRest.None, (Down(Monday, Over) with { Provider = "smartbill" }).RestFor(LastDay, Over));

    [Fact]
    public void ANAFs_test_system_gives_no_rest_and_the_operators_word_gives_the_same_as_the_companys()
    {
        Assert.Equal(DutyRest.None, (Down(Monday, Over) with { IsTest = true }).RestFor(LastDay, Over));
        Assert.Equal(DutyRest.None, (Down(Monday, null) with { IsTest = true, IsOperators = true }).RestFor(LastDay, Over));
        Assert.Equal(DutyRest.Was, (Down(Monday, Over) with { IsOperators = true }).RestFor(LastDay, Over));
        Assert.Equal(DutyRest.Now, (Down(Monday, null) with { IsOperators = true }).RestFor(LastDay, Over));
    }

    static Outage Down(DateTimeOffset from, DateTimeOffset? until) => new(Some.Id<OutageId>(1), "anaf", from, until, true, null);
}
