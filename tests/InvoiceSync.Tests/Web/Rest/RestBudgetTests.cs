using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Tests.Web.Rest;

public sealed class RestBudgetTests
{
    readonly TestClock clock = new();
    int asked;
    int? own;

    [Fact]
    public async Task An_hour_has_so_many_calls_for_each_client_and_the_next_one_has_them_again()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 3 } }, clock);
        foreach (var left in (int[])[2, 1, 0]) Assert.Equal(left, (await Spend(budget, "a")).Remaining);
        clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(new RestBudget.Left(3, 0, TimeSpan.FromMinutes(40), true), await Spend(budget, "a"));
        Assert.Equal((2, false), ((await Spend(budget, "b")).Remaining, (await Spend(budget, "b")).IsOver));
        clock.Pass(TimeSpan.FromMinutes(40));
        Assert.Equal(new RestBudget.Left(3, 2, TimeSpan.FromHours(1), false), await Spend(budget, "a"));
    }

    [Fact]
    public async Task A_companys_own_limit_is_asked_for_once_an_hour_and_goes_before_the_installations()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 3 } }, clock);
        own = 5;
        Assert.Equal((5, 4), await Spend(budget, "a") is var first ? (first.Limit, first.Remaining) : default);
        own = 9;
        Assert.Equal((5, 3, 1), await Spend(budget, "a") is var same ? (same.Limit, same.Remaining, asked) : default);
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal((9, 8, 2), await Spend(budget, "a") is var next ? (next.Limit, next.Remaining, asked) : default);
    }

    [Fact]
    public async Task Many_at_once_are_counted_each()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 500 } }, clock);
        var spent = await Task.WhenAll(Enumerable.Range(0, 800).Select(_ => Task.Run(() => budget.Spend("a", () => Task.FromResult<Result<int?>>((int?)null)))));
        Assert.Equal(300, spent.Count(s => s.OrThrow().IsOver));
    }

    [Fact]
    public async Task While_its_company_cannot_be_asked_it_is_told_so_and_no_hour_begins_with_another_limit()
    {
        var budget = new RestBudget(new PortalOptions { Api = new() { RequestsPerHour = 3 } }, clock);
        var busy = Error.Unavailable("database.busy", "Later.");
        Assert.Equal(busy, (await budget.Spend("a", () => Task.FromResult<Result<int?>>(busy))).Error);
        own = 5;
        Assert.Equal((5, 4), await Spend(budget, "a") is var first ? (first.Limit, first.Remaining) : default);
        Assert.Equal(3, (await budget.Spend("a", () => Task.FromResult<Result<int?>>(busy))).OrThrow().Remaining);
    }

    async Task<RestBudget.Left> Spend(RestBudget budget, string client) => (await budget.Spend(client, Own)).OrThrow();

    Task<Result<int?>> Own()
    {
        asked++;
        return Task.FromResult<Result<int?>>(own);
    }
}
