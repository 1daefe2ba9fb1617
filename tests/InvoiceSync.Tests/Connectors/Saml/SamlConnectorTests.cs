using InvoiceSync.Connectors.Saml;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Connectors.Saml;

public sealed class SamlConnectorTests
{
    [Fact]
    public void The_runtime_of_this_machine_is_mended() => new ServiceCollection().AddSaml();

    [Theory]
    [InlineData("10.0.9+abc")]
    [InlineData("10.0.0")]
    [InlineData("9.0.22+abc")]
    [InlineData("")]
    [InlineData(null)]
    public void An_older_or_unknown_one_stops_the_start(string? version) =>
        Assert.Throws<InvalidOperationException>(() => SamlConnector.RequireMended(version));

    [Theory]
    [InlineData("10.0.10")]
    [InlineData("10.0.12+1234567")]
    [InlineData("11.0.0-preview.1")]
    public void A_mended_one_does_not(string version) => SamlConnector.RequireMended(version);
}
