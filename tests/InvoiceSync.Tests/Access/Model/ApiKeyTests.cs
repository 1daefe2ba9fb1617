using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access.Model;

public sealed class ApiKeyTests
{
    static readonly DateTimeOffset Now = Some.Noon;

    [Fact]
    public void A_new_secret_opens_it_and_the_old_one_goes_on_for_as_long_as_was_said()
    {
        var key = Made();
        var first = Hash(key.Exchange(TimeSpan.Zero, Now));
        var second = Hash(key.Exchange(TimeSpan.FromHours(2), Now));

        Assert.NotEqual(first, second);
        Assert.Equal([second, first], key.LiveHashes(Now.AddHours(1.9)));
        Assert.Equal(ApiKeyState.Exchanging, key.StateAt(Now.AddHours(1.9)));
        Assert.Equal([second], key.LiveHashes(Now.AddHours(2)));
        Assert.Equal(ApiKeyState.Live, key.StateAt(Now.AddHours(2)));
    }

    [Fact]
    public void Two_secrets_open_it_never_three()
    {
        var key = Made();
        var oldest = Hash(key.Exchange(TimeSpan.Zero, Now));
        key.Exchange(TimeSpan.FromHours(24), Now);
        key.Exchange(TimeSpan.FromHours(24), Now);

        Assert.Equal(2, key.LiveHashes(Now).Count());
        Assert.DoesNotContain(oldest, key.LiveHashes(Now));
    }

    [Fact]
    public void Exchanged_without_overlap_the_old_secret_ends_at_once()
    {
        var key = Made();
        key.Exchange(TimeSpan.Zero, Now);
        var second = Hash(key.Exchange(TimeSpan.Zero, Now));
        Assert.Equal([second], key.LiveHashes(Now));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(169)]
    public void An_overlap_of_never_or_for_ever_is_refused(int hours) =>
        Assert.Equal("api_key.overlap_invalid", Refused(() => Made().Exchange(TimeSpan.FromHours(hours), Now)));

    [Fact]
    public void It_is_in_force_until_its_end_and_while_it_is_switched_on()
    {
        var key = Made();
        key.Describe("k", ["invoice.read.all"], [], Now.AddDays(1), Now);
        Assert.True(key.IsInForce(Now));
        Assert.False(key.IsInForce(Now.AddDays(1)));
        Assert.Equal(ApiKeyState.Expired, key.StateAt(Now.AddDays(1)));

        key.Switch(false, Now);
        Assert.False(key.IsInForce(Now));
        Assert.Equal(ApiKeyState.Off, key.StateAt(Now));
        key.Switch(true, Now);
        Assert.True(key.IsInForce(Now));
        key.Revoke(Now);
        Assert.False(key.IsInForce(Now));
    }

    [Fact]
    public void Ranges_that_others_hold_are_left_out()
    {
        var key = Made();
        key.Describe("k", ["invoice.read.all"], ["10.1.0.0/16", "::ffff:10.0.0.0/104", "10.2.3.4", " ", "2001:db8::1"], null, Now);
        Assert.Equal(["10.0.0.0/8", "2001:db8::1"], key.Addresses);
    }

    [Theory]
    [InlineData("", "invoice.read.all", "", 0, "api_key.name_missing")]
    [InlineData("k", "", "", 0, "api_key.scopes_missing")]
    [InlineData("k", "*", "", 0, "api_key.scope_unknown")]
    [InlineData("k", "platform.manage", "", 0, "api_key.scope_unknown")]
    [InlineData("k", "platform.outages", "", 0, "api_key.scope_unknown")]
    [InlineData("k", "invoice.read.all", "0.0.0.0/0", 0, "api_key.address_invalid")]
    [InlineData("k", "invoice.read.all", "", -1, "api_key.expiry_invalid")]
    [InlineData("k", "invoice.read.all", "", 365 * 6, "api_key.expiry_invalid")]
    public void A_wrong_description_is_refused(string name, string scope, string address, int days, string code) =>
        Assert.Equal(code, Refused(() => Made().Describe(name, scope.Length == 0 ? [] : [scope], [address], days == 0 ? null : Now.AddDays(days), Now)));

    [Fact]
    public void More_ranges_than_anybody_reads_are_refused() =>
        Assert.Equal("api_key.address_invalid", Refused(() => Made().Describe("k", ["invoice.read.all"], [.. Enumerable.Range(0, 33).Select(n => $"10.0.{n}.1")], null, Now)));

    static ApiKey Made() => new() { Id = Some.Id<ApiKeyId>(1), CreatedAt = Now };

    static byte[] Hash(string text) => Token.Hash(text.Split('.')[1]);

    static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
