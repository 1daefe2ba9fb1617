using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class DraftFormCustomerTests
{
    static readonly DateOnly Today = new(2026, 11, 21);
    static readonly CustomerId Id = new(Guid.Parse("01933333-0000-7000-8000-000000000001"));

    static readonly CustomerDetails Customer = new()
    {
        Name = "Exemplu SRL",
        TaxId = "18547290",
        VatId = "RO18547290",
        Email = "facturi@exemplu.ro",
        BillingAddress = new("Bd. Test 2", "et. 3", "Cluj-Napoca", "400001", "RO-CJ", "RO"),
        Language = "en",
        PaymentTermDays = 30,
        Currency = "EUR",
    };

    static readonly ProductId Sold = new(Guid.CreateVersion7());

    static readonly ProductDetails Product = new()
    {
        Name = "Consultanță",
        Description = "pe oră",
        Unit = "HUR",
        Prices = [new("RON", 100), new("EUR", 20.50m)],
        TaxRate = 21,
    };

    [Fact]
    public void A_customer_gives_address_numbers_language_terms_and_currency()
    {
        var form = new DraftForm(new(), Today);
        form.Take(Id, Customer);
        var draft = form.Content;
        Assert.Equal((Id, "Exemplu SRL", "RO18547290", "facturi@exemplu.ro"), (draft.CustomerId, draft.Buyer.Name, draft.Buyer.TaxId, draft.Buyer.Email));
        Assert.Equal(("Bd. Test 2, et. 3", "Cluj-Napoca", "RO-CJ"), (draft.Buyer.Address.Line1, draft.Buyer.Address.City, draft.Buyer.Address.State));
        Assert.Equal(("en", 30, Currency.Eur), (draft.Language, draft.TermDays, draft.Currency));
    }

    [Fact]
    public void A_name_typed_anew_is_no_longer_that_customer()
    {
        var form = new DraftForm(new(), Today);
        form.Take(Id, Customer);
        form.Rename("Exemplu SRL ");
        Assert.Equal(Id, form.Content.CustomerId);
        form.Rename("Altul SRL");
        Assert.Null(form.Content.CustomerId);
    }

    [Fact]
    public void A_typed_buyer_kept_as_a_customer_says_the_same()
    {
        var form = new DraftForm(new(), Today);
        form.Take(Id, Customer);
        Assert.Equal((Customer.Name, "RO18547290", 30, "EUR"), (form.Customer.Name, form.Customer.TaxId, form.Customer.PaymentTermDays, form.Customer.Currency));
        Assert.Null(new DraftForm(new() { Buyer = new(Name: "Popescu", Kind: BuyerKind.Individual) }, Today).Customer.BillingAddress);
    }

    [Theory]
    [InlineData("RON", false, "100")]
    [InlineData("RON", true, "121")]
    [InlineData("EUR", true, "24.81")]
    [InlineData("USD", false, "")]
    public void A_product_gives_unit_VAT_and_its_price_in_the_drafts_currency(string currency, bool withVat, string price)
    {
        var line = new DraftLineForm(new());
        line.Take(Sold, Product, new(currency), withVat);
        Assert.Equal(("Consultanță", "HUR", "21", "1"), (line.Name, line.Unit, line.Vat, line.Quantity));
        Assert.Equal(TypedFigure.Of(price), TypedFigure.Of(line.Price));
        Assert.Equal(("pe oră", Sold), (line.Line.Description, line.Line.ProductId));
    }

    [Fact]
    public void A_product_outside_VAT_has_a_category_and_no_rate_and_a_typed_quantity_stays()
    {
        var line = new DraftLineForm(new()) { Quantity = "3" };
        line.Take(Sold, Product with { TaxCategory = TaxCategory.AE, TaxRate = 0 }, Currency.Ron, withVat: true);
        Assert.Equal((VatCategory.AE, null, 3m, 100m), (line.Line.Category, line.Line.Rate, line.Line.Quantity, line.Line.UnitPrice));
    }

    [Fact]
    public void Every_unit_that_is_offered_is_one_an_invoice_may_carry() => Assert.Empty(UnitCode.Common.Select(u => u.Code).Except(Codes.Units));
}
