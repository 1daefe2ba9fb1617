using InvoiceSync.Access.Model;

namespace InvoiceSync.Tests.Access.Model;

public sealed class EmailDomainTests
{
    [Theory]
    [InlineData("ana@exemplu.ro", "exemplu.ro")]
    [InlineData("Ana@EXEMPLU.ro", "exemplu.ro")]
    [InlineData("ana@bücher.example", "xn--bcher-kva.example")]
    [InlineData("ana@xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("ana@ＥＸＥＭＰＬＵ.ro", "exemplu.ro")]
    [InlineData("ana@exеmplu.ro", "xn--exmplu-4of.ro")] // with a Cyrillic е: another domain
    [InlineData("ana@exemplu。ro", "exemplu.ro")]
    public void The_domain_is_written_as_DNS_writes_it(string email, string domain) => Assert.Equal(domain, EmailDomain.Of(email));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@exemplu.ro")]
    [InlineData("ana@")]
    [InlineData("ana@localhost")]
    [InlineData("ana@exemplu.ro.")]
    [InlineData("ana@exemplu..ro")]
    [InlineData("ana@-exemplu.ro")]
    [InlineData("ana@127.0.0.1")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData("ana@exemplu.ro@elsewhere.example")]
    [InlineData("ana pop@exemplu.ro")]
    [InlineData("ana@exemplu.ro\n")]
    [InlineData("ana@exem\u200Bplu_x.ro")]
    public void What_is_no_address_has_no_domain(string? email) => Assert.Null(EmailDomain.Of(email));

    [Theory]
    [InlineData("gmail.com", true, false)]
    [InlineData("yahoo.ro", true, false)]
    [InlineData("com.ro", false, true)]
    [InlineData("co.uk", false, true)]
    [InlineData("github.io", false, true)]
    [InlineData("exemplu.ro", false, false)]
    [InlineData("mail.exemplu.com.ro", false, false)]
    public void Domains_of_everybody_are_known(string domain, bool mailbox, bool suffix) =>
        Assert.Equal((mailbox, suffix), (ForeignDomains.IsMailbox(domain), ForeignDomains.IsSuffix(domain)));

    [Theory]
    [InlineData("exemplu.example", true)]
    [InlineData("exemplu.test", true)]
    [InlineData("test.ro", false)]
    public void Names_nobody_can_own_are_known(string domain, bool reserved) => Assert.Equal(reserved, ForeignDomains.IsReserved(domain));
}
