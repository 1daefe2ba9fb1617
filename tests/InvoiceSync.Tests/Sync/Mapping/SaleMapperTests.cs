using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

public sealed class SaleMapperTests
{
    [Fact]
    public void A_plain_sale_in_lei_is_one_line_at_21_percent()
    {
        var document = Invoice(Some.Sale());
        Assert.Equal(("A-0001", new DateOnly(2026, 11, 20), Currency.Ron), (document.Number, document.IssuedOn, document.Currency));
        Assert.Equal(new InvoiceTotals(100, 0, 100, 21, 121, 121, 0), document.Totals);
        Assert.Equal([new VatBreakdown(VatCategory.S, 21, 100, 21)], document.Vat);
        Assert.Equal(("48", null, null), (document.PaymentMeans, document.DueOn, document.VatInRon));
    }

    [Fact]
    public void The_example_of_the_mapper_holds()
    {
        var document = Invoice(Some.Sale(Some.Line(100, quantity: 2, discount: 10)));
        Assert.Equal(new InvoiceTotals(90, 0, 90, 18.90m, 108.90m, 108.90m, 0), document.Totals);
        Assert.Equal((2m, 50m, 10m, 90m), (document.Lines[0].Quantity, document.Lines[0].UnitPrice, document.Lines[0].Discount, document.Lines[0].Net));
    }

    [Fact]
    public void Two_rates_are_two_rows_of_VAT_the_higher_first() =>
        Assert.Equal(
            [new(VatCategory.S, 21, 300, 63), new VatBreakdown(VatCategory.S, 11, 50, 5.50m)],
            Invoice(Some.Sale(Some.Line(50, 11), Some.Line(100), Some.Line(200))).Vat);

    [Fact]
    public void In_euro_the_VAT_is_told_in_lei_at_the_official_rate() =>
        Assert.Equal(new VatInRon(106.93m, 5.0919m, new(2026, 11, 19), "BNR"), Invoice(Some.Sale(Currency.Eur)).VatInRon);

    [Fact]
    public void A_private_person_has_no_number()
    {
        var buyer = Invoice(Some.Sale() with { Customer = Some.Person }).Buyer;
        Assert.Equal((BuyerKind.Individual, null, null, "Popescu Ion"), (buyer.Kind, buyer.LegalId, buyer.VatId, buyer.Name));
    }

    [Fact]
    public void What_is_not_paid_yet_is_payable_and_has_a_day()
    {
        var open = Some.Sale() with { Status = SaleStatus.Open, Paid = 21, DueAt = new(2026, 12, 1, 22, 30, 0, TimeSpan.Zero) };
        var document = Invoice(open);
        Assert.Equal((100m, new DateOnly(2026, 12, 2)), (document.Totals.Payable, document.DueOn!.Value));
        Assert.Equal(new DateOnly(2026, 11, 20), Invoice(open with { DueAt = null }).DueOn);
        Assert.Equal("68", Invoice(open with { Paid = 0 }).PaymentMeans);
    }

    [Fact]
    public void Its_day_is_the_day_in_the_companys_zone() =>
        Assert.Equal(new DateOnly(2026, 11, 21), Invoice(Some.Sale() with { IssuedAt = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero) }).IssuedOn);

    [Fact]
    public void A_period_ends_on_its_last_day_in_the_companys_zone()
    {
        // November in Bucharest, as the source tells it: up to and without the first instant of December.
        var line = Some.Line(100) with { PeriodStart = new(2026, 10, 31, 22, 0, 0, TimeSpan.Zero), PeriodEnd = new(2026, 11, 30, 22, 0, 0, TimeSpan.Zero) };
        var document = Invoice(Some.Sale(line, Some.Line(5)));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), (document.PeriodStart!.Value, document.PeriodEnd!.Value));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), (document.Lines[0].PeriodStart!.Value, document.Lines[0].PeriodEnd!.Value));
        Assert.Null(document.Lines[1].PeriodStart);
    }

    [Fact]
    public void Where_tiers_do_not_multiply_the_amount_wins()
    {
        var line = Invoice(Some.Sale(Some.Line(100) with { Quantity = 3, UnitPrice = 40 })).Lines[0];
        Assert.Equal((1m, 100m, 100m), (line.Quantity, line.UnitPrice, line.Net));
    }

    [Fact]
    public void A_price_of_twelve_decimals_that_multiplies_to_the_amount_is_kept()
    {
        var line = Invoice(Some.Sale(Some.Line(10) with { Quantity = 3, UnitPrice = 3.333333333333m })).Lines[0];
        Assert.Equal((3m, 3.333333333333m), (line.Quantity, line.UnitPrice));
    }

    [Fact]
    public void A_line_of_nothing_is_one_of_nothing()
    {
        var line = Invoice(Some.Sale(Some.Line(100), Some.Line(0) with { Quantity = 0, UnitPrice = 7 })).Lines[1];
        Assert.Equal((1m, 0m, 0m), (line.Quantity, line.UnitPrice, line.Net));
    }

    [Fact]
    public void A_payment_without_invoice_is_one_line_at_the_rate_its_owner_named()
    {
        var document = Invoice(Some.Charge(121));
        Assert.Equal(("", "Curs", 100m, 21m), (document.Number, document.Lines[0].Name, document.Totals.TaxExclusive, document.Totals.Vat));
    }

    [Fact]
    public void The_lines_of_a_document_are_numbered_from_one() =>
        Assert.Equal(["1", "2", "3"], Invoice(Some.Sale(Some.Line(1), Some.Line(2), Some.Line(3))).Lines.Select(l => l.Id));

    [Fact]
    public void Every_plain_shape_above_may_be_sent() =>
        Assert.All(
            [Some.Sale(), Some.Sale(Currency.Eur), Some.Charge(121), Some.Sale() with { Customer = Some.Person }, Some.Sale(Some.Line(50, 11), Some.Line(100))],
            sale => Assert.Empty(DocumentRules.Check(Invoice(sale) with { Number = "A-1" })));

    static InvoiceDocument Invoice(SourceSale sale) =>
        Assert.IsType<Mapped.ToInvoice>(SaleMapper.Map(sale, Some.Seller, new(), Some.Company, 21, Some.EuroRate)).Document;
}
