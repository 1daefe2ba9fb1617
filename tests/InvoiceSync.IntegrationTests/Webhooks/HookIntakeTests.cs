using System.Net;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Webhooks;

/// <summary>What the hook takes, what it leaves, and that nobody's bad notice costs another company its own.</summary>
public sealed class HookIntakeTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_genuine_is_refused_and_not_stored()
    {
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, "not-genuine", hooked: false));
        var body = HookPoster.Event("evt_not_genuine");
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post(body, null));
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post(body, HookPoster.Sign(body, "whsec_of_somebody_else")));
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post([.. body, (byte)'\n'], HookPoster.Sign(body)));
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post(body, HookPoster.Sign(body).ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post(body, HookPoster.Sign(body, at: 1)));
        Assert.Equal(0L, await Stored("evt_not_genuine"));
        using var nowhere = new HookPoster(new Uri(portal.Address, "/stripe/hook/" + new string('a', 40)));
        Assert.Equal(HttpStatusCode.NotFound, await nowhere.Post(body));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_megabytes_are_too_many_whether_announced_or_not(bool chunked)
    {
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, $"too-large-{chunked}".ToLowerInvariant(), hooked: false));
        var body = HookPoster.Event("evt_large", extra: $"\"padding\":\"{new string('x', 2 << 20)}\",");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await hook.Post(body, HookPoster.Sign(body), chunked));
        var small = HookPoster.Event($"evt_small_{chunked}");
        Assert.Equal(HttpStatusCode.OK, await hook.Post(small, HookPoster.Sign(small), chunked));
    }

    [Fact]
    public async Task A_live_notice_at_a_test_connection_and_one_of_another_account_are_kept_and_explained()
    {
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, "mistaken", hooked: false));
        Assert.Equal(HttpStatusCode.OK, await hook.Post(HookPoster.Event("evt_live", "invoice.paid", "in_live", live: true)));
        Assert.Equal(HttpStatusCode.OK, await hook.Post(HookPoster.Event("evt_other", "invoice.paid", "in_other", extra: "\"account\":\"acct_somebody_else\",")));
        Assert.Equal("Ignored It is live and this connection is not.", await Database.Ask(portal.Database.Platform, "select state || ' ' || why from sync.inbox where event_id = 'evt_live'", Ct));
        Assert.Equal("Ignored It is for account acct_somebody_else.", await Database.Ask(portal.Database.Platform, "select state || ' ' || why from sync.inbox where event_id = 'evt_other'", Ct));
        Assert.Equal(0L, await Database.Ask(portal.Database.Platform, "select count(*) from kernel.work_items where body like '%in_live%' or body like '%in_other%'", Ct));
    }

    [Fact]
    public async Task While_a_secret_is_rolled_both_are_good()
    {
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, "rolling", hooked: false), null, "whsec_new", "whsec_old");
        foreach (var secret in (string[])["whsec_new", "whsec_old"])
        {
            var body = HookPoster.Event($"evt_{secret}");
            Assert.Equal(HttpStatusCode.OK, await hook.Post(body, HookPoster.Sign(body, secret)));
        }

        var third = HookPoster.Event("evt_third");
        Assert.Equal(HttpStatusCode.BadRequest, await hook.Post(third, HookPoster.Sign(third, "whsec_third")));
    }

    [Fact]
    public async Task One_notice_fifty_times_at_once_is_one_row_one_invoice_and_one_filing()
    {
        var company = await Company.Create(portal, "fifty", hooked: false);
        using var hook = await HookPoster.Of(portal, company);
        var sale = Assert.Single(await portal.Practice.Sell(company.Slug));
        var body = HookPoster.Event("evt_fifty", "invoice.paid", sale);
        var header = HookPoster.Sign(body);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => hook.Post(body, header)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        await Sales.Settled(portal, company, sale, SaleState.Accepted);
        Assert.Equal(1L, await Stored("evt_fifty"));
        Assert.Equal(1L, await Of(company, "invoicing.invoices"));
        Assert.Equal(1L, await Of(company, "fiscal.filings"));
    }

    [Theory]
    [InlineData("\"api_version\":\"2026-10-28\\u0000\",", "customer.updated")]
    [InlineData("", "customer.upd\\u0000ated")]
    [InlineData("\"api_version\":\"LONG\",", "customer.updated")]
    [InlineData("\"created\":99999999999999,", "customer.updated")]
    public async Task A_notice_the_database_cannot_hold_is_refused_alone_and_never_with_its_neighbours(string extra, string type)
    {
        var made = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..];
        using var good = await HookPoster.Of(portal, await Company.Create(portal, $"good-{made}", hooked: false));
        using var bad = await HookPoster.Of(portal, await Company.Create(portal, $"bad-{made}", hooked: false));
        var poison = HookPoster.Event($"evt_poison_{made}", type, extra: extra.Replace("LONG", new string('9', 300), StringComparison.Ordinal));
        var together = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? bad.Post(poison) : good.Post(HookPoster.Event($"evt_good_{made}_{i}"))).ToList();

        var answers = await Task.WhenAll(together);
        Assert.All(answers.Where((_, i) => i % 2 == 1), a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.All(answers.Where((_, i) => i % 2 == 0), a => Assert.Equal(HttpStatusCode.BadRequest, a));
    }

    async Task<long> Stored(string id) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from sync.inbox where event_id = '{id}'", Ct))!;

    async Task<long> Of(Company company, string table) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct))!;
}
