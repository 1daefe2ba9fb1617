using InvoiceSync.Sync.Mapping;

namespace InvoiceSync.Tests.Sync.Mapping;

public sealed class MailDomainTests
{
    [Fact]
    public void A_domain_from_which_one_company_buys_is_that_companys_and_one_that_several_share_is_nobodys()
    {
        (string, string?)[] known =
        [
            ("ana@alfa.ro", "RO18547290"), ("dan@ALFA.ro", "18547290"), ("eva@alfa.ro", null),
            ("a@shared.ro", "18547290"), ("b@shared.ro", "14399840"), ("c@gmail.com", "14399840"), ("d@wrong.ro", "14399841"),
        ];
        var only = Assert.Single(MailDomain.Companies(known));
        Assert.Equal(("alfa.ro", "18547290"), (only.Key, only.Value.Digits));
    }
}
