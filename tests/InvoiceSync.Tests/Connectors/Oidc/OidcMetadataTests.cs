using System.Text;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class OidcMetadataTests
{
    [Fact]
    public void A_good_document_names_the_doors()
    {
        var read = Read(FakeProvider.Discovery);
        Assert.Equal(("https://idp.example/auth", "https://idp.example/token", null), (read.Authorization.AbsoluteUri, read.Token.AbsoluteUri, read.EndSession));
        Assert.False(read.NamesItself);
        Assert.True(read.TakesSecretInHeader);
    }

    [Theory]
    [InlineData("\"https://idp.example\",", "\"https://idp.example/\",", "discovery.issuer_wrong")]
    [InlineData("\"https://idp.example\",", "\"https://IDP.example\",", "discovery.issuer_wrong")]
    [InlineData("\"code\"", "\"id_token\"", "discovery.code_unsupported")]
    [InlineData("https://idp.example/auth", "javascript:alert(1)", "discovery.endpoint_refused")]
    [InlineData("https://idp.example/token", "file:///etc/passwd", "discovery.endpoint_refused")]
    [InlineData("https://idp.example/token", "http://idp.example/token", "discovery.endpoint_refused")]
    [InlineData("https://idp.example/jwks", "https://169.254.169.254/", "discovery.endpoint_refused")]
    [InlineData("https://idp.example/userinfo", "https://localhost/", "discovery.endpoint_refused")]
    [InlineData("\"token_endpoint\"", "\"other\"", "discovery.endpoint_missing")]
    [InlineData("\"issuer\":", "\"issuer\":\"https://evil.example\",\"issuer\":", "discovery.unreadable")]
    [InlineData("{", "[", "discovery.unreadable")]
    public void A_bad_one_is_refused(string good, string bad, string refusal) =>
        Assert.Equal(refusal, Forge.Refusal(() => Read(FakeProvider.Discovery.Replace(good, bad, StringComparison.Ordinal))));

    static OidcMetadata Read(string json) => OidcMetadata.Read(Encoding.UTF8.GetBytes(json), Forge.Settings.Issuer, PublicAddress.MayCall);
}
