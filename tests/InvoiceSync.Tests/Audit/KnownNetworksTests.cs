using InvoiceSync.Audit.Model;

namespace InvoiceSync.Tests.Audit;

public sealed class KnownNetworksTests
{
    [Theory]
    [InlineData("192.0.2.7", true, "198.51.100.1")]
    [InlineData("192.0.2.7", false, "198.51.100.1", "192.0.2.250")]
    [InlineData("192.0.2.7", false, "::ffff:192.0.2.9")]
    [InlineData("2001:db8:1:2::7", false, "2001:db8:1:ffff::1")]
    [InlineData("2001:db8:1:2::7", true, "2001:db8:2::1")]
    [InlineData("192.0.2.7", false)] // the first of all
    [InlineData("192.0.2.7", false, "")] // not readable any more
    [InlineData(null, false, "198.51.100.1")]
    [InlineData("nonsense", false, "198.51.100.1")]
    public void A_network_is_new_when_the_person_never_came_from_it(string? address, bool isNew, params string?[] before) =>
        Assert.Equal(isNew, KnownNetworks.IsNew(address, before));
}
