using InvoiceSync.Invoicing;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>The VAT of a payment without an invoice: what its own note says, then the rate that payments usually include, if its day had it.</summary>
public sealed class ChargeLineTests
{
    static readonly MappingRules Rules = new() { ExemptionLaw = "art. 292", Fields = [new("vat", MappedField.VatCategory)] };

    [Fact]
    public void The_category_its_own_note_names_goes_before_the_usual_rate()
    {
        var exempt = Some.Charge(121) with { Metadata = new Dictionary<string, string> { ["vat"] = "E" } };
        var document = Assert.IsType<Mapped.ToInvoice>(Map(exempt, 21)).Document;
        Assert.Equal((VatCategory.E, 0m, 121m, 0m), (document.Lines[0].Category, document.Lines[0].Rate, document.Lines[0].Net, document.Totals.Vat));
        Assert.Equal(VatCategory.E, Assert.IsType<Mapped.ToInvoice>(Map(exempt, null)).Document.Lines[0].Category);
        Assert.Equal(VatCategory.S, Assert.IsType<Mapped.ToInvoice>(Map(Some.Charge(121), 21)).Document.Lines[0].Category);
    }

    [Theory]
    [InlineData(19, 2025, 7, true)]
    [InlineData(21, 2025, 7, false)]
    [InlineData(21, 2026, 11, true)]
    [InlineData(19, 2026, 11, false)]
    public void A_rate_that_its_day_did_not_have_waits_for_a_person(int rate, int year, int month, bool stands)
    {
        var at = new DateTimeOffset(year, month, 20, 10, 0, 0, TimeSpan.Zero);
        var mapped = Map(Some.Charge(119) with { CreatedAt = at, IssuedAt = at, PaidAt = at }, rate);
        if (stands) Assert.Equal(rate, Assert.IsType<Mapped.ToInvoice>(mapped).Document.Lines[0].Rate);
        else Assert.Equal("line.rate_of_another_day", Assert.IsType<Mapped.ToPerson>(mapped).Code);
    }

    static Mapped Map(SourceSale sale, decimal? rate) => SaleMapper.Map(sale, Some.Seller, new(), Some.Company, rate, null, Rules);
}
