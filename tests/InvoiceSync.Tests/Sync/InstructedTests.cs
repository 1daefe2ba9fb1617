using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Tests.Sync;

public sealed class InstructedTests
{
    static readonly SourceKey Charge = new(SaleKind.Charge, "ch_3SVb2k");
    static readonly SourceKey Invoice = new(SaleKind.Invoice, "in_1SVb2k");

    [Theory]
    [InlineData("RO14399840")]
    [InlineData("14399840")]
    [InlineData("-")]
    [InlineData("DE 123 456 789")]
    [InlineData("CHE-123.456.789")]
    public void A_tax_number_or_a_dash_is_taken(string taxId) => Instructed.Check(Invoice, new(taxId));

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData(" RO1")]
    [InlineData("RO1\n")]
    [InlineData("<RO1>")]
    [InlineData("012345678901234567890123456789012")]
    public void What_is_no_tax_number_is_refused(string taxId) => Refused("customer_tax_id.invalid", Invoice, new(taxId));

    [Theory]
    [InlineData("1")]
    [InlineData("WEB/2026/0007")]
    [InlineData("Factura nr. 7")]
    [InlineData("S-00001")]
    public void A_charge_may_be_given_a_number_with_a_digit(string number) => Instructed.Check(Charge, new(Number: number));

    [Theory]
    [InlineData("invoice_number.invalid", "WEB")] // BR-RO-010
    [InlineData("invoice_number.invalid", "")]
    [InlineData("invoice_number.invalid", " 7")]
    [InlineData("invoice_number.invalid", "7\t8")]
    [InlineData("invoice_number.reserved", "S-000001")]
    [InlineData("invoice_number.reserved", "S-1000000")]
    public void Other_numbers_are_refused(string code, string number) => Refused(code, Charge, new(Number: number));

    [Fact]
    public void A_number_has_at_most_two_hundred_characters()
    {
        Instructed.Check(Charge, new(Number: new('1', 200)));
        Refused("invoice_number.invalid", Charge, new(Number: new('1', 201)));
    }

    [Fact]
    public void An_invoice_keeps_the_number_of_its_source() => Refused("invoice_number.given_by_source", Invoice, new(Number: "A-1"));

    [Theory]
    [InlineData("")]
    [InlineData("in_1/../customers")]
    [InlineData("in_1?expand=x")]
    [InlineData("în_1")]
    public void An_id_that_could_leave_its_place_in_an_address_is_refused(string id) => Refused("source_id.invalid", new(SaleKind.Invoice, id), new());

    static void Refused(string code, SourceKey key, SaleInstructions said) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Instructed.Check(key, said)).Error.Code);
}
