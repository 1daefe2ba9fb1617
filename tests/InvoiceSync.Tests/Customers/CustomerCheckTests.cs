using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Customers;

public sealed class CustomerCheckTests
{
    static readonly PostalAddress Cluj = new("Str. Memorandumului 1", null, "Cluj-Napoca", "400114", "Cluj", "RO");
    static readonly PostalAddress Berlin = new("Unter den Linden 1", null, "Berlin", "10117", null, "DE");
    static readonly CustomerDetails Company = new() { Name = " Exemplu  SRL ", TaxId = "RO 18547290", BillingAddress = Cluj, Email = "Facturi@Exemplu.ro" };
    static readonly CustomerDetails Person = new() { Kind = BuyerKind.Individual, Name = "Ana Pop", TaxId = "1960101410019" };

    [Fact]
    public void A_typed_company_comes_out_as_it_is_kept()
    {
        var check = CustomerCheck.Of(Company);
        Assert.Empty(check.Errors);
        Assert.Equal(("Exemplu SRL", "18547290", "RO18547290", "facturi@exemplu.ro", "RO-CJ"),
            (check.Details.Name, check.Details.TaxId, check.Details.VatId, check.Details.Email, check.Details.BillingAddress!.County));
    }

    [Fact]
    public void A_bare_CUI_is_of_one_who_pays_no_VAT() => Assert.Null(CustomerCheck.Of(Company with { TaxId = "18547290" }).Numbers.VatId);

    [Fact]
    public void A_VAT_number_alone_tells_the_CUI() =>
        Assert.Equal(new("18547290", "RO18547290", null), CustomerCheck.Of(Company with { TaxId = null, VatId = "RO18547290" }).Numbers);

    [Fact]
    public void A_number_from_abroad_is_kept_as_it_is_and_known_as_VAT_number_by_its_form()
    {
        Assert.Equal(new("DE136695976", "DE136695976", null), CustomerCheck.Of(Company with { TaxId = "de136695976", BillingAddress = Berlin }).Numbers);
        Assert.Equal(new("HRB 1234", null, null), CustomerCheck.Of(Company with { TaxId = "HRB 1234", BillingAddress = Berlin }).Numbers);
    }

    [Fact]
    public void A_CNP_stands_apart_and_stays_when_it_comes_back_hidden()
    {
        Assert.Equal(new(null, null, "1960101410019"), CustomerCheck.Of(Person).Numbers);
        Assert.Equal(new(null, null, "1960101410019"), CustomerCheck.Of(Person with { TaxId = "•••••••••0019" }, "1960101410019").Numbers);
        Assert.Equal("cnp.invalid", Assert.Single(CustomerCheck.Of(Person with { TaxId = "•••••••••0019" }).Errors).Code);
    }

    public static TheoryData<CustomerDetails, string, string> Faults => new()
    {
        { Company with { Name = " " }, "customer.name_missing", "Name" },
        { Company with { TaxId = "18547291" }, "tax_id.invalid", "TaxId" },
        { Company with { TaxId = "1960101410019" }, "tax_id.personal", "TaxId" },
        { Person with { TaxId = "1960101410018" }, "cnp.invalid", "TaxId" },
        { Company with { VatId = "DE12" }, "vat_id.invalid", "VatId" },
        { Company with { Email = "a@b@c" }, "email.invalid", "Email" },
        { Company with { Email = "facturi" }, "email.invalid", "Email" },
        { Company with { PaymentTermDays = -1 }, "payment_terms.invalid", "PaymentTermDays" },
        { Company with { PaymentTermDays = 366 }, "payment_terms.invalid", "PaymentTermDays" },
        { Company with { Language = "tlh" }, "language.unknown", "Language" },
        { Company with { Currency = "LEI!" }, "currency.unknown", "Currency" },
        { Company with { Kind = (BuyerKind)7 }, "customer.kind_unknown", "Kind" },
        { Company with { BillingAddress = Cluj with { Street = "" } }, "address.street_missing", "Street" },
        { Company with { BillingAddress = Cluj with { Country = "XX" } }, "address.country_unknown", "Country" },
        { Company with { DeliveryAddresses = [new(" ", Cluj)] }, "customer.label_missing", "DeliveryAddresses" },
        { Company with { Contacts = [new(" ")] }, "customer.contact_unnamed", "Contacts" },
        { Company with { Contacts = [new("Ana", "nowhere")] }, "customer.contact_email_invalid", "Contacts" },
        { Company with { Contacts = [.. Enumerable.Repeat(new CustomerContact("Ana"), 21)] }, "customer.parts_too_many", "Contacts" },
        { Company with { Name = new('x', 201) }, "text.too_long", "Name" },
        { Company with { Notes = new('x', 5001) }, "text.too_long", "Notes" },
        { Company with { Metadata = new Dictionary<string, string> { [new('k', 41)] = "v" } }, "metadata.too_large", "Metadata" },
        { Company with { Metadata = new Dictionary<string, string> { ["k"] = new('v', 501) } }, "metadata.too_large", "Metadata" },
        { Company with { Metadata = new Dictionary<string, string> { ["k"] = "a\0b" } }, "metadata.too_large", "Metadata" },
        { Company with { Metadata = Enumerable.Range(0, 51).ToDictionary(n => $"k{n}", n => "v") }, "metadata.too_large", "Metadata" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_its_field(CustomerDetails typed, string code, string field)
    {
        var error = CustomerCheck.Of(typed).Errors[0];
        Assert.Equal((code, field), (error.Code, error.Field));
    }

    [Fact]
    public void A_wrong_VAT_number_is_answered_with_the_form_it_should_have() =>
        Assert.Contains("NL999999999B99", CustomerCheck.Of(Company with { VatId = "NL1" }).Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Lines_of_notes_stay_lines_and_control_characters_go() => Assert.Equal("one\ntwo", CustomerCheck.Of(Company with { Notes = " one \r\n two\0 " }).Details.Notes);

    [Fact]
    public void Nobody_is_no_customer_but_no_bug_either() =>
        Assert.Equal("customer.name_missing", Assert.Throws<RuleBrokenException>(() => CustomerCheck.Of(new() { Name = null! }).OrRefuse()).Error.Code);
}
