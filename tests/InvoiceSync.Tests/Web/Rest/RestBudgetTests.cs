using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Tests.Web.Rest;

public sealed class RestBudgetTests
{
    readonly TestClock clock = new();

    [Fact]
    public void An_hour_has_so_many_calls_for_each_client_and_the_next_one_has_them_again()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 3 } }, clock);
        Assert.Equal([2, 1, 0], Enumerable.Range(0, 3).Select(_ => budget.Spend("a").Remaining));
        clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(new(3, 0, TimeSpan.FromMinutes(40), true), budget.Spend("a"));
        Assert.Equal((2, false), (budget.Spend("b").Remaining, budget.Spend("b").IsOver));
        clock.Pass(TimeSpan.FromMinutes(40));
        Assert.Equal(new(3, 2, TimeSpan.FromHours(1), false), budget.Spend("a"));
    }

    [Fact]
    public void Many_at_once_are_counted_each()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 500 } }, clock);
        var over = 0;
        Parallel.For(0, 800, _ => { if (budget.Spend("a").IsOver) Interlocked.Increment(ref over); });
        Assert.Equal(300, over);
    }
}
