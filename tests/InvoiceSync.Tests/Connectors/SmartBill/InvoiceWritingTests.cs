using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.SmartBill;

public sealed class InvoiceWritingTests
{
    static readonly FiscalAccount Account = new(Some.Tenant, new("http://127.0.0.1"), true, "1234567897", "token")
    {
        Settings = new Dictionary<string, string> { ["series"] = "FCT", ["cif"] = "RO1234567897", [TaxKey.Of(VatCategory.S, 21)] = "Normala", [TaxKey.Of(VatCategory.S, 11)] = "Redusa" },
    };

    [Fact]
    public void An_invoice_goes_there_without_VAT_with_the_tax_names_of_the_account_and_our_number_as_reference()
    {
        var written = Written(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 2, 100, discount: 20), SampleInvoices.Line("2", 1, 50, rate: 11)));
        Assert.Equal(("RO1234567897", "FCT", "2026-11-20", "2026-12-04", "RON", "Ref. ISY-0001"), (written.CompanyVatCode, written.SeriesName, written.IssueDate, written.DueDate, written.Currency, written.Observations));
        Assert.Equal(("Exemplu Client SRL", "RO18547290", true, "Cluj-Napoca", "Cluj", "Romania"), (written.Client.Name, written.Client.VatCode, written.Client.IsTaxPayer, written.Client.City, written.Client.County, written.Client.Country));
        Assert.Equal(["Normala 2 x 100 buc", "Normala off 1: -20", "Redusa 1 x 50 buc"], written.Products.Select(Text));
        Assert.False(written.IsDraft || written.SendEmail || written.Products.Any(p => p.IsTaxIncluded || p.SaveToDb));
    }

    [Fact]
    public void What_is_taken_back_has_negative_quantities_and_positive_prices()
    {
        var credit = SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 2, 100, discount: 20)) with { Type = DocumentType.CreditNote };
        Assert.Equal(["Normala -2 x 100 buc", "Normala off 1: 20"], Written(credit).Products.Select(Text));
    }

    [Fact]
    public void Discounts_and_charges_of_the_whole_document_are_rows_in_their_tax()
    {
        var invoice = SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 100)], [new(10, "Loyal customer", VatCategory.S, 21)], 0, new Charge(5, "Delivery", null, VatCategory.S, 21));
        Assert.Equal(["Normala 1 x 100 buc", "Normala -1 x 10 buc", "Normala 1 x 5 buc"], Written(invoice).Products.Select(Text));
    }

    [Fact]
    public void A_foreign_currency_travels_with_our_rate() => Assert.Equal(("EUR", 5.0919m), (Written(SampleInvoices.Euro).Currency, Written(SampleInvoices.Euro).ExchangeRate));

    [Fact]
    public void A_person_without_a_number_has_none_there() => Assert.Equal((null, false), (Written(SampleInvoices.Consumer).Client.VatCode, Written(SampleInvoices.Consumer).Client.IsTaxPayer));

    [Fact]
    public void A_tax_without_a_name_stops_it_and_says_which()
    {
        var (document, problem) = InvoiceWriting.Of(Account, SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 1, 100, rate: 9)));
        Assert.Null(document);
        Assert.Contains("S 9 %", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_mailed_there_where_the_company_chose_so_but_not_what_takes_an_invoice_back()
    {
        var mails = Account with { Settings = new Dictionary<string, string>(Account.Settings) { ["mail"] = "yes" } };
        var invoice = SampleInvoices.Ron;
        Assert.True(InvoiceWriting.Of(mails, invoice).Document is { SendEmail: true, Email: not null });
        Assert.True(InvoiceWriting.Of(mails, SampleInvoices.Consumer).Document is { SendEmail: false, Email: null });
        Assert.True(InvoiceWriting.Of(mails, invoice with { Corrects = new(invoice.Number, invoice.IssuedOn) }).Document is { SendEmail: false, Email: null });
    }

    static SmartBillDocument Written(InvoiceDocument document) => InvoiceWriting.Of(Account, document).Document!;

    static string Text(SmartBillRow row) => row.IsDiscount
        ? FormattableString.Invariant($"{row.TaxName} off {row.NumberOfItems}: {row.DiscountValue:0.##}")
        : FormattableString.Invariant($"{row.TaxName} {row.Quantity:0.##} x {row.Price:0.##} {row.MeasuringUnitName}");
}
