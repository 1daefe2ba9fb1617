using System.Net;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Tenancy;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://idp.example.com/realms/a")]
    [InlineData("https://idp.example.com:8443/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://[2606:4700::1111]/")]
    [InlineData("https://[::ffff:8.8.8.8]/")]
    public void Public_https_addresses_may_be_called(string address) => Assert.True(PublicAddress.MayCall(new(address)));

    [Theory]
    [InlineData("http://idp.example.com/")]
    [InlineData("ftp://idp.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://a@127.0.0.1/")]
    [InlineData("https://user:pass@idp.example.com/")]
    [InlineData("https://idp.example.com/#x")]
    [InlineData("https://idp.example.com:22/")]
    [InlineData("https://idp.example.com:25/")]
    [InlineData("https://idp.example.com:5432/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://0/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://[2002:a00:1::]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("https://x.localhost/")]
    [InlineData("https://db.internal/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://intranet/")]
    public void Everything_else_is_refused(string address) => Assert.False(PublicAddress.MayCall(new(address)));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2a00:1450::1", true)]
    [InlineData("127.255.255.254", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("::", false)]
    [InlineData("ff02::1", false)]
    public void An_ip_is_public_or_not(string ip, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(ip)));
}
