using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/t/acme/sales?state=Refused")]
    [InlineData("/t/acme/%2f%2fevil.example")]
    public void A_path_of_this_site_is_followed(string path) => Assert.Equal(path, LocalPath.Or(path, "/home"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil")]
    public void Anything_else_leads_home(string? path) => Assert.Equal("/home", LocalPath.Or(path, "/home"));
}
