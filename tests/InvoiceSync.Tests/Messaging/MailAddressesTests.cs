using InvoiceSync.Messaging;

namespace InvoiceSync.Tests.Messaging;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("ana@exemplu.ro")]
    [InlineData("ana+facturi@exemplu.ro")]
    [InlineData("ana.maria-o'neil@sub.exemplu.co.uk")]
    [InlineData("ștefan@exemplu.ro")]
    [InlineData("ana@țară.ro")]
    [InlineData("ana@xn--mnchen-3ya.example")]
    public void One_address_is_taken(string text) => Assert.True(MailAddresses.IsOne(text));

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("@exemplu.ro")]
    [InlineData("ana@exemplu.ro,ion@exemplu.ro")]
    [InlineData("ana@exemplu.ro;ion@exemplu.ro")]
    [InlineData("Ana <ana@exemplu.ro>")]
    [InlineData("ana@exemplu.ro\r\nBcc: ion@exemplu.ro")]
    [InlineData("ana@exemplu.ro\nRCPT TO:<ion@exemplu.ro>")]
    [InlineData("ana@a@exemplu.ro")]
    [InlineData("ana @exemplu.ro")]
    [InlineData("ana@exe\u200Bmplu.ro")]
    [InlineData("\u202Eana@exemplu.ro")]
    [InlineData("ana@exemplu..ro")]
    [InlineData("ana@exem_plu.ro")]
    public void Anything_else_is_refused(string text) => Assert.False(MailAddresses.IsOne(text));

    [Fact]
    public void Lengths_are_those_of_the_protocol()
    {
        Assert.True(MailAddresses.IsOne(new string('a', 64) + "@exemplu.ro"));
        Assert.False(MailAddresses.IsOne(new string('a', 65) + "@exemplu.ro"));
        Assert.False(MailAddresses.IsOne("ana@" + new string('b', 64) + ".ro"));
        var longest = $"ana@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}.ro";
        Assert.True(MailAddresses.IsOne(longest));
        Assert.False(MailAddresses.IsOne(new string('a', 64) + longest[3..]));
    }

    [Fact]
    public void A_domain_of_other_letters_goes_over_the_wire_as_DNS_knows_it() => Assert.Equal("ana@xn--mnchen-3ya.example", MailAddresses.Wire("ana@münchen.example"));
}
