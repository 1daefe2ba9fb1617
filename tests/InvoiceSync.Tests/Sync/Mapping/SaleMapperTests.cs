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
    public void VAT_in_the_price_is_taken_out_and_the_total_stays()
    {
        var inclusive = Some.Line(121, quantity: 2) with { Discount = 12.10m, Taxes = [Some.Tax(18.90m, 21) with { Inclusive = true }] };
        var document = Invoice(Some.Sale(inclusive) with { Tax = 18.90m, Total = 108.90m, Paid = 108.90m });
        Assert.Equal((2m, 50m, 10m, 90m), (document.Lines[0].Quantity, document.Lines[0].UnitPrice, document.Lines[0].Discount, document.Lines[0].Net));
        Assert.Equal((18.90m, 108.90m), (document.Totals.Vat, document.Totals.TaxInclusive));
    }

    [Fact]
    public void What_comes_back_has_a_negative_quantity_and_a_positive_price()
    {
        var back = Some.Line(-30) with { UnitPrice = -30, Taxes = [Some.Tax(-6.30m, 21)], IsProration = true };
        var document = Invoice(Some.Sale(Some.Line(100), back));
        Assert.Equal((-1m, 30m, -30m), (document.Lines[1].Quantity, document.Lines[1].UnitPrice, document.Lines[1].Net));
        Assert.Equal([new VatBreakdown(VatCategory.S, 21, 70, 14.70m)], document.Vat);
    }

    [Fact]
    public void Goods_within_the_Union_name_their_day_and_place()
    {
        var customer = new SourceCustomer("cus_de", null, "Weber GmbH", null, new("Unter den Linden 1", null, "Berlin", "BE", "10117", "DE")) { TaxIds = [new("eu_vat", "DE136695976")] };
        var sale = Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(0, 0) with { Reason = "reverse_charge", Country = "DE" }] }) with { Customer = customer };
        var document = Assert.IsType<Mapped.ToInvoice>(SaleMapper.Map(sale, Some.Seller, new(), Some.Company, 21, null, new() { SellsGoods = true })).Document;
        Assert.Equal((VatCategory.K, "VATEX-EU-IC"), (document.Vat[0].Category, document.Vat[0].ExemptionCode));
        Assert.Equal((new DateOnly(2026, 11, 20), "DE"), (document.Delivery!.On, document.Delivery.To.Country));
        Assert.Equal(VatCategory.AE, Invoice(sale).Vat[0].Category);
    }

    [Fact]
    public void Of_who_is_no_VAT_payer_nobody_shows_a_VAT_number()
    {
        var sale = Some.Sale(Some.Line(100) with { Taxes = [] });
        var document = Assert.IsType<Mapped.ToInvoice>(SaleMapper.Map(sale, Some.Seller with { IsVatPayer = false }, new(), Some.Company, null, null)).Document;
        Assert.Equal((VatCategory.O, "18547290", null, 0m), (document.Vat[0].Category, document.Buyer.LegalId, document.Buyer.VatId, document.Totals.Vat));
    }

    [Fact]
    public void A_sale_whose_returns_are_all_known_is_invoiced_whole() =>
        Assert.Equal(121m, Invoice(Some.Sale() with { Refunded = 21, Credited = 21, Returns = [new("cn_1", null, 21, null, Some.Noon)] }).Totals.TaxInclusive);

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
