using System.Net;
using InvoiceSync.Access;

namespace InvoiceSync.Tests.Access;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData(" 203.0.113.7/32 ", "203.0.113.7")]
    [InlineData("203.0.113.77/24", "203.0.113.0/24")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3/104", "10.0.0.0/8")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("2001:db8::1/32", "2001:db8::/32")]
    public void A_range_is_written_one_way(string text, string written) => Assert.Equal(written, AddressRange.Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("everywhere")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("::ffff:0.0.0.0/96")]
    [InlineData("::ffff:0.0.0.0/64")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.256")]
    [InlineData("010.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("fe80::1%eth0")]
    [InlineData("2001:db8::/129")]
    public void What_is_no_range_or_limits_nobody_is_refused(string text) => Assert.Null(AddressRange.Read(text));

    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("203.0.113.0/24", "203.0.114.0", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("10.0.0.0/9", "10.127.255.255", true)]
    [InlineData("10.0.0.0/9", "10.128.0.0", false)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("2001:db8::/32", "203.0.113.7", false)]
    [InlineData("fe80::/10", "fe80::1%3", true)]
    public void It_holds_its_addresses_however_they_are_written(string range, string address, bool holds) =>
        Assert.Equal(holds, AddressRange.Read(range)!.Value.Holds(IPAddress.Parse(address)));
}
