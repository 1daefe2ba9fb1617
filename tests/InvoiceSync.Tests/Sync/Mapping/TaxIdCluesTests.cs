using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

public sealed class TaxIdCluesTests
{
    [Theory]
    [InlineData("Exemplu SRL CUI 18547290", "18547290")]
    [InlineData("Exemplu SRL, RO18547290", "18547290")]
    [InlineData("CUI: RO 18547290 Exemplu", "18547290")]
    [InlineData("Exemplu 18547290", "18547290")]
    [InlineData("C.I.F. 18547290", "18547290")]
    [InlineData("Exemplu 18547291", "")] // wrong check digit
    [InlineData("Strada Lungă 27", "")] // too short to be meant
    [InlineData("cod fiscal 27", "27")]
    [InlineData("1850101410010", "")] // a person
    [InlineData("RO49AAAA1B31007593840000", "")] // an account
    [InlineData("Tel. 0018547290", "")]
    [InlineData("X18547290", "")]
    public void A_number_counts_when_it_is_marked_or_long_and_its_check_digit_is_right(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', TaxIdClues.Of(Sale(name)).Select(c => c.Cui.Digits)));

    [Fact]
    public void Notes_of_the_sale_and_of_its_customer_and_the_address_are_read_and_each_number_is_told_once()
    {
        var sale = Sale("Exemplu") with { Metadata = new Dictionary<string, string> { ["CUI"] = "RO18547290", ["order"] = "14399840" } };
        sale = sale with { Customer = sale.Customer with { Address = new("Bd. Unirii 3, CUI 18547290", null, null, null, null, "RO") } };
        Assert.Equal([("18547290", TaxIdClue.Note), ("14399840", TaxIdClue.Note)], TaxIdClues.Of(sale).Select(c => (c.Cui.Digits, c.From)));
        Assert.Equal(TaxIdClue.Address, Assert.Single(TaxIdClues.Of(sale with { Metadata = new Dictionary<string, string>() })).From);
    }

    [Theory]
    [InlineData("Exemplu Trading S.R.L.", "TRADE EXEMPLU SRL", 82)]
    [InlineData("Țesătorii Șoimului", "SC TESATORII SOIMULUI SRL", 100)]
    [InlineData("Alfa", "Omega Construct", 0)]
    [InlineData("SRL", "SRL", 0)]
    public void Names_are_alike_by_the_pairs_of_letters_they_share(string one, string other, int percent) => Assert.Equal(percent, NameLikeness.Of(one, other));

    [Theory]
    [InlineData("ana@exemplu.ro", "exemplu.ro")]
    [InlineData("Ana@EXEMPLU.ro", "exemplu.ro")]
    [InlineData("ana@gmail.com", null)]
    [InlineData("ana", null)]
    public void An_address_speaks_for_a_company_where_not_everybody_has_one_there(string email, string? domain) => Assert.Equal(domain, MailDomain.OfCompany(email));

    static SourceSale Sale(string name) => Some.Sale() with { Customer = new(null, name, null, "ana@exemplu.ro", null), Metadata = new Dictionary<string, string>(), Description = null };
}
