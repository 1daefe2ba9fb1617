using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Durability;

public sealed class ExpiredTokenTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task With_a_dead_token_filings_wait_and_say_so_and_go_on_after_authorising_again()
    {
        var company = await Company.Create(portal, "dead-token");
        await Keep(company, "dead", "dead");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        await Eventually.Seen(() => Anaf(company), c => c.NeedsAttention is { Length: > 0 });
        var waiting = await Eventually.Seen(() => portal.Ask(company.Viewer, new ListSales(Search: id)), page => page is { Rows: [{ Invoice: not null, Reason: not null }] });
        Assert.NotEqual(SaleState.Accepted, waiting.Rows[0].State);

        var tokens = await portal.Practice.Post("anaf/tokens", new { });
        await Keep(company, tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!);
        await portal.Send(company.Owner, new ResumeFilings());

        var sale = await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Null((await Anaf(company)).NeedsAttention);
        var log = await portal.Practice.Get("log");
        Assert.Single(log.GetProperty("uploads").EnumerateArray(), u => u.GetProperty("number").GetString() == sale.Number);
    }

    Task Keep(Company company, string access, string refresh) =>
        portal.Send(company.Owner, new SaveConnection("anaf", true, null, new Dictionary<string, string> { ["access_token"] = access, ["refresh_token"] = refresh }));

    async Task<GetConnections.View> Anaf(Company company) => (await portal.Ask(company.Owner, new GetConnections())).Single(c => c.Provider == "anaf");
}
