using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class InvoiceCreditsTests
{
    static readonly DateOnly Today = SampleInvoices.Today.AddDays(3);

    // 121.00 in RON, written here.
    readonly Invoice invoice = new(Some.Id<InvoiceId>(1), InvoiceSource.Own(Some.Id<InvoiceId>(1)), SampleInvoices.Ron, null, Some.Noon);

    [Fact]
    public void A_void_invoice_owes_nothing_and_says_since_when_and_why()
    {
        invoice.Void(" Wrong customer ", Today);
        Assert.Equal((Today, "Wrong customer", 0m, 0m, InvoiceStatus.Voided), (invoice.VoidedOn, invoice.VoidReason, invoice.Open, invoice.OpenRon, invoice.Settlement(Today.AddYears(1)).Status));
        Assert.Contains(new InvoiceVoided(invoice.Id, "Wrong customer"), invoice.Raised);
        Assert.Equal("invoice.voided_already", Refusal(() => invoice.Void("again", Today)));
        Assert.Equal("invoice.settled_already", Refusal(() => invoice.Pay(new(1, Currency.Ron))));
    }

    [Fact]
    public void What_the_authority_has_or_somebody_paid_is_credited_instead()
    {
        invoice.Seal(true);
        Assert.Equal("invoice.voided_too_late", Refusal(() => invoice.Void("x", Today)));
        foreach (var settle in (Action<Invoice>[])[i => i.Pay(new(1, Currency.Ron)), i => i.Credit(new(1, Currency.Ron)), i => i.GiveUp(new(1, Currency.Ron), "x")])
        {
            var touched = new Invoice(Some.Id<InvoiceId>(2), InvoiceSource.Own(Some.Id<InvoiceId>(2)), SampleInvoices.Ron, null, Some.Noon);
            settle(touched);
            Assert.Equal("invoice.voided_too_late", Refusal(() => touched.Void("x", Today)));
        }
    }

    [Fact]
    public void A_sales_invoice_and_a_credit_note_are_not_voided_and_a_reason_is_needed()
    {
        Assert.Equal("invoice.not_own", Refusal(() => new Invoice(Some.Id<InvoiceId>(3), Some.Source, SampleInvoices.Ron, null, Some.Noon).Void("x", Today)));
        Assert.Equal("credit.of_credit", Refusal(() => Note(new("x"), asStorno: false).Void("x", Today)));
        Assert.Equal("invoice.void_reason_missing", Refusal(() => invoice.Void(" ", Today)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_credit_note_of_either_shape_is_set_off_against_what_is_open(bool asStorno)
    {
        var note = Note(new("x") { Amount = 21 }, asStorno);
        Assert.Equal((-21m, -21m, invoice.Id), (note.Total, note.Open, note.Corrects));
        Assert.Equal(0, note.SetOff(invoice));
        Assert.Equal((100m, 21m, 0m, -21m, InvoiceStatus.Credited), (invoice.Open, invoice.Credited, note.Open, note.Credited, note.Settlement(Today).Status));
    }

    [Fact]
    public void What_is_paid_already_stays_owed_to_the_customer()
    {
        invoice.Pay(new(111, Currency.Ron));
        var note = Note(new("x"), asStorno: false);
        note.SetOff(invoice);
        Assert.Equal((0m, 10m, -111m), (invoice.Open, invoice.Credited, note.Open));
    }

    [Fact]
    public void What_was_written_off_is_taken_up_again_with_its_RON()
    {
        var euro = new Invoice(Some.Id<InvoiceId>(4), Some.Source, SampleInvoices.Euro, null, Some.Noon);
        var before = euro.OpenRon;
        var ron = euro.GiveUp(new(21, Currency.Eur), "Insolvent") + euro.GiveUp(new(100, Currency.Eur), "Insolvent");
        Assert.Equal((0m, 0m, before, InvoiceStatus.WrittenOff), (euro.Open, euro.OpenRon, ron, euro.Settlement(Today).Status));
        Assert.Equal((new Money(121, Currency.Eur), before), euro.TakeUpAgain());
        Assert.Equal((121m, before, 0m), (euro.Open, euro.OpenRon, euro.WrittenOff));
        Assert.Equal("invoice.not_written_off", Refusal(() => euro.TakeUpAgain()));
    }

    Invoice Note(CreditAsked asked, bool asStorno) => Invoice.CreditNote(
        Some.Id<InvoiceId>(9), CreditDocument.Of(invoice.Document, [], asked, asStorno, Today) with { Number = "NC-1" }, invoice, null, Some.Noon);

    static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
