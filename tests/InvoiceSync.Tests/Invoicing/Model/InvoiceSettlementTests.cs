using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class InvoiceSettlementTests
{
    static readonly DateOnly Due = SampleInvoices.Today.AddDays(14);

    // 121.00 in RON.
    readonly Invoice invoice = Of(SampleInvoices.Ron);

    [Fact]
    public void An_issued_invoice_is_open_as_far_as_it_does_not_say_itself_that_it_is_paid()
    {
        Assert.Equal((121m, 0m, PaymentState.Unpaid, Due), (invoice.Open, invoice.Paid, invoice.Payment, invoice.DueOn));
        var paid = Of(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 100)], [], 21));
        Assert.Equal((100m, 21m, PaymentState.PartiallyPaid), (paid.Open, paid.Paid, paid.Payment));
        Assert.Equal(SampleInvoices.Today, Of(SampleInvoices.Ron with { DueOn = null }).DueOn);
        Assert.Equal(PaymentState.Paid, Of(SampleInvoices.Zero).Payment);
    }

    [Fact]
    public void Parts_settle_it_and_each_is_told()
    {
        invoice.Pay(Lei(100));
        Assert.Equal((21m, PaymentState.PartiallyPaid), (invoice.Open, invoice.Payment));
        invoice.Pay(Lei(21));
        Assert.Equal((0m, PaymentState.Paid), (invoice.Open, invoice.Payment));
        Assert.Equal([new InvoiceIssued(invoice.Id), new InvoicePartiallyPaid(invoice.Id, 100, Currency.Ron), new InvoicePaid(invoice.Id, 21, Currency.Ron)], invoice.Raised);
    }

    [Theory]
    [InlineData(121.01, "invoice.paid_beyond_open")]
    [InlineData(0, "payment.amount_invalid")]
    [InlineData(-1, "payment.amount_invalid")]
    [InlineData(1.001, "payment.amount_invalid")]
    public void What_cannot_be_is_refused(decimal amount, string code)
    {
        Assert.Equal(code, Refused(() => invoice.Pay(Lei(amount))));
        Assert.Equal(code, Refused(() => invoice.Credit(Lei(amount))));
        Assert.Equal(code, Refused(() => invoice.WriteOff(Lei(amount), "Bankrupt")));
        Assert.Equal((121m, 121m, PaymentState.Unpaid), (invoice.Open, invoice.OpenRon, invoice.Payment));
    }

    [Fact]
    public void Another_currency_and_a_settled_invoice_are_refused()
    {
        Assert.Equal("payment.currency_differs", Refused(() => invoice.Pay(new(1, Currency.Eur))));
        invoice.Pay(Lei(121));
        Assert.Equal("invoice.settled_already", Refused(() => invoice.Pay(Lei(1))));
        Assert.Equal("invoice.settled_already", Refused(() => invoice.Credit(Lei(1))));
    }

    [Fact]
    public void A_payment_is_taken_back_but_not_what_the_document_says()
    {
        var paid = Of(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 100)], [], 21));
        var ron = paid.Pay(Lei(100));
        paid.Unpay(Lei(100), ron);
        Assert.Equal((100m, 100m, 21m, PaymentState.PartiallyPaid), (paid.Open, paid.OpenRon, paid.Paid, paid.Payment));
        Assert.Equal("invoice.unpaid_beyond_paid", Refused(() => paid.Unpay(Lei(1), 1)));
    }

    [Fact]
    public void Credited_and_written_off_are_told_apart_from_paid()
    {
        invoice.Credit(Lei(21));
        Assert.Equal((100m, PaymentState.Unpaid), (invoice.Open, invoice.Payment));
        Assert.Equal("write_off.reason_missing", Refused(() => invoice.WriteOff(Lei(100), " ")));
        invoice.WriteOff(Lei(100), "Bankrupt");
        Assert.Equal((0m, PaymentState.WrittenOff), (invoice.Open, invoice.Payment));
        var credited = Of(SampleInvoices.Ron);
        credited.Credit(Lei(121));
        Assert.Equal(PaymentState.Credited, credited.Payment);
    }

    [Fact]
    public void A_storno_is_settled_the_other_way_round()
    {
        var storno = Of(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", -1, 100)));
        Assert.Equal("payment.amount_invalid", Refused(() => storno.Pay(Lei(1))));
        Assert.Equal("invoice.paid_beyond_open", Refused(() => storno.Pay(Lei(-121.01m))));
        storno.Pay(Lei(-21));
        Assert.Equal((-100m, PaymentState.PartiallyPaid, false), (storno.Open, storno.Payment, storno.IsOverdue(DateOnly.MaxValue)));
    }

    [Fact]
    public void It_is_overdue_from_the_day_after_as_long_as_something_is_open()
    {
        Assert.Equal((InvoiceStatus.Issued, InvoiceStatus.Overdue), (invoice.Settlement(Due).Status, invoice.Settlement(Due.AddDays(1)).Status));
        invoice.Pay(Lei(121));
        Assert.Equal(InvoiceStatus.Paid, invoice.Settlement(Due.AddDays(1)).Status);
    }

    [Fact]
    public void Whatever_the_parts_nothing_is_left_in_RON_when_nothing_is_open() =>
        Assert.All(Enumerable.Range(1, 300), seed =>
        {
            var random = new Random(seed);
            var euro = Of(SampleInvoices.Of(Currency.Eur, SampleInvoices.Line("1", 1, random.Next(1, 100_000) / 100m)).InRon(random.Next(10_000, 60_000) / 10_000m));
            var (worth, paid) = (euro.OpenRon, new List<(Money Amount, decimal Ron)>());
            while (euro.Open != 0)
            {
                if (paid.Count > 0 && random.Next(4) == 0)
                {
                    var back = paid[random.Next(paid.Count)];
                    euro.Unpay(back.Amount, back.Ron);
                    paid.Remove(back);
                    continue;
                }

                var amount = new Money(random.Next(3) == 0 ? euro.Open : Math.Max(0.01m, Currency.Eur.Round(euro.Open * (decimal)random.NextDouble())), Currency.Eur);
                paid.Add((amount, euro.Pay(amount)));
            }

            Assert.Equal((seed, 0m, worth), (seed, euro.OpenRon, paid.Sum(p => p.Ron)));
        });

    static Invoice Of(InvoiceDocument document) => new(Some.Id<InvoiceId>(1), Some.Source, document, null, Some.Noon);

    static Money Lei(decimal amount) => new(amount, Currency.Ron);

    static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
