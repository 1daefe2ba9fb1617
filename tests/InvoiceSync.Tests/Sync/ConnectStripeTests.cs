using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class ConnectStripeTests
{
    readonly FakeDispatcher dispatcher = new FakeDispatcher().Tell<SaveConnection, ConnectionId>(Some.Connection).Tell<GetConnections, IReadOnlyList<GetConnections.View>>([]);

    [Theory]
    [InlineData("rk_test_51ABCdef", TenantMode.Practice, false)]
    [InlineData(" sk_test_51ABCdef ", TenantMode.Real, false)]
    [InlineData("rk_live_51ABCdef", TenantMode.Real, true)]
    public async Task A_key_tells_whether_it_is_live(string key, TenantMode mode, bool live)
    {
        await Connect(new(key, null), mode);
        var kept = Assert.Single(dispatcher.Sent<SaveConnection>());
        Assert.Equal((live, key.Trim()), (kept.Live, kept.Secrets!["api_key"]));
    }

    [Theory]
    [InlineData("rk_live_51ABCdef", "stripe.key_of_other_world")]
    [InlineData("pk_test_51ABCdef", "stripe.key_publishable")]
    [InlineData("", "stripe.key_invalid")]
    [InlineData("sk_test_", "stripe.key_invalid")]
    [InlineData("sk_prod_51ABCdef", "stripe.key_invalid")]
    [InlineData("sk_test_51ABC\r\nHost: evil", "stripe.key_invalid")]
    [InlineData("sk_test_51ABC\u0219", "stripe.key_invalid")]
    public async Task A_practice_company_takes_no_other_key(string key, string code) => Assert.Equal(code, await Refused(new(key, null)));

    [Theory]
    [InlineData("20")]
    [InlineData("21 ")]
    [InlineData("-1")]
    public async Task Payments_include_a_rate_there_is(string rate) => Assert.Equal("stripe.charge_rate_invalid", await Refused(new(null, null, rate)));

    [Fact]
    public async Task Two_webhook_secrets_are_kept_while_one_is_rolled_and_a_missing_one_is_forgotten()
    {
        await Connect(new(null, ["whsec_a", "whsec_b"]));
        await Connect(new(null, ["whsec_b"]));
        Assert.Equal(["whsec_a whsec_b", "whsec_b "], dispatcher.Sent<SaveConnection>().Select(s => $"{s.Secrets!["webhook_secret"]} {s.Secrets["webhook_secret_2"]}"));
    }

    [Fact]
    public async Task Three_webhook_secrets_or_another_word_are_refused()
    {
        Assert.Equal("stripe.secret_invalid", await Refused(new(null, ["whsec_a", "whsec_b", "whsec_c"])));
        Assert.Equal("stripe.secret_invalid", await Refused(new(null, ["secret"])));
    }

    [Fact]
    public void Neither_key_nor_secret_shows_in_its_text() => Assert.Equal("ConnectStripe", $"{new ConnectStripe("rk_test_secret", ["whsec_secret"])}");

    [Fact]
    public async Task A_test_of_the_key_is_noted_with_its_account()
    {
        var stripe = new FakeSales();
        var report = await new TestStripe.Handler(stripe.Door, stripe.Dispatcher.Scoped(), stripe.Who).Handle(new(), Ct);
        Assert.True(report.Passed);
        Assert.Equal(("acct_1", true, ""), Assert.Single(stripe.Dispatcher.Sent<NoteConnection>()) is var note ? (note.AccountId, note.TestPassed!.Value, note.NeedsAttention) : default);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task Connect(ConnectStripe command, TenantMode mode = TenantMode.Practice)
    {
        dispatcher.Tell<GetTenant, GetTenant.View>(Some.Company with { Mode = mode });
        return new ConnectStripe.Handler(dispatcher).Handle(command, Ct);
    }

    async Task<string> Refused(ConnectStripe command) => (await Assert.ThrowsAsync<RuleBrokenException>(() => Connect(command))).Error.Code;
}
