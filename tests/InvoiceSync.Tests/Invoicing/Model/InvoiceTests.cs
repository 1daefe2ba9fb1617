using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class InvoiceTests
{
    readonly Invoice invoice = new(Some.Id<InvoiceId>(1), Some.Source, SampleInvoices.Euro, null, Some.Noon);

    [Fact]
    public void Issuing_is_told_once() => Assert.Equal([new InvoiceIssued(invoice.Id)], invoice.Raised);

    [Fact]
    public void Its_columns_say_what_its_document_says() =>
        Assert.Equal(
            (SampleInvoices.Euro.Number, SampleInvoices.Today, Currency.Eur, 121m, "stripe", "in_1"),
            (invoice.Number, invoice.IssuedOn, invoice.Currency, invoice.Total, invoice.Source, invoice.SourceId));

    [Fact]
    public void A_correction_changes_the_buyer_and_nothing_else()
    {
        invoice.Correct(SampleInvoices.Person);
        Assert.Equal(SampleInvoices.Euro with { Buyer = SampleInvoices.Person, Lines = invoice.Document.Lines, Vat = invoice.Document.Vat }, invoice.Document);
    }

    [Fact]
    public void On_an_invoice_outside_VAT_a_corrected_buyer_shows_no_VAT_number_and_on_others_it_does()
    {
        var outside = new Invoice(Some.Id<InvoiceId>(2), Some.Source, PlainShapes.All["seller-without-vat"], null, Some.Noon);
        outside.Correct(SampleInvoices.Company);
        Assert.Equal(("18547290", null), (outside.Document.Buyer.LegalId, outside.Document.Buyer.VatId));
        invoice.Correct(SampleInvoices.Company);
        Assert.Equal("RO18547290", invoice.Document.Buyer.VatId);
    }

    [Fact]
    public void Once_accepted_it_never_changes()
    {
        invoice.Seal(true);
        Assert.Equal("invoice.filed", Assert.Throws<RuleBrokenException>(() => invoice.Correct(SampleInvoices.Person)).Error.Code);
        Assert.Equal(SampleInvoices.Company, invoice.Document.Buyer);
    }
}
