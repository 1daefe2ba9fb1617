using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Tenancy;

public sealed class ProviderHostsTests
{
    static readonly string[] Providers = ["stripe", "anaf", "anaf-login", "anaf-registry", "bnr"];
    readonly ProviderHosts hosts = new() { Practice = new("http://127.0.0.1:5099/") };

    [Fact]
    public void A_real_company_never_reaches_the_practice_world() =>
        Assert.All(Providers, provider => Assert.Equal("https", hosts.Of(TenantMode.Real, provider).Scheme));

    [Fact]
    public void A_practice_company_never_reaches_a_real_host() =>
        Assert.All(Providers, provider => Assert.Equal(("127.0.0.1", 5099), (hosts.Of(TenantMode.Practice, provider).Host, hosts.Of(TenantMode.Practice, provider).Port)));

    [Theory]
    [InlineData("stripe", "http://127.0.0.1:5099/stripe")]
    [InlineData("anaf-login", "http://127.0.0.1:5099/anaf")]
    public void The_practice_world_has_one_door_a_provider(string provider, string address) => Assert.Equal(address, hosts.Of(TenantMode.Practice, provider).AbsoluteUri);

    [Fact]
    public void Without_a_practice_world_practice_waits_instead_of_going_elsewhere() =>
        Assert.Equal(ErrorKind.Unavailable, Assert.Throws<RuleBrokenException>(() => new ProviderHosts().Of(TenantMode.Practice, "stripe")).Error.Kind);

    [Fact]
    public void An_unknown_mode_is_no_real_company() => Assert.Equal("127.0.0.1", hosts.Of((TenantMode)7, "stripe").Host);
}
