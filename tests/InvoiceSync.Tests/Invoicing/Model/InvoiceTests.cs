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
    public void Once_accepted_it_never_changes()
    {
        invoice.Seal();
        Assert.Equal("invoice.filed", Assert.Throws<RuleBrokenException>(() => invoice.Correct(SampleInvoices.Person)).Error.Code);
        Assert.Equal(SampleInvoices.Company, invoice.Document.Buyer);
    }
}
