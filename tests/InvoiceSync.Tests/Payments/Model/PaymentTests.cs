using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Ledger.Model;
using InvoiceSync.Payments;
using InvoiceSync.Payments.Model;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Payments.Model;

public sealed class PaymentTests
{
    static readonly DateOnly Day = SampleInvoices.Today;
    static readonly FindRate.Found Issued = new(4.97m, Day, "BNR"), Later = new(5m, Day, "BNR");

    [Fact]
    public void It_settles_its_invoices_and_what_is_left_over_is_credit()
    {
        var payment = Of(150, Part(1, 121));
        Assert.Equal((29m, 29m, PaymentStatus.Received), (payment.Unapplied, payment.UnappliedRon, payment.Status));
        Assert.Equal([new PaymentReceived(payment.Id, 150, Currency.Ron)], payment.Raised);
        Assert.Equal([("Bank", "Debit", 150m), ("Receivable", "Credit", 121m), ("CustomerCredits", "Credit", 29m)], Entry(payment));
    }

    [Fact]
    public void Credit_settles_a_later_invoice_and_no_more_than_there_is()
    {
        var payment = Of(150, Part(1, 121));
        payment.Apply(Part(2, 20), Guid.CreateVersion7(), Day, Some.Noon);
        Assert.Equal((9m, 2), (payment.Unapplied, payment.Standing().Count()));
        Assert.Equal([("Receivable", "Credit", 20m), ("CustomerCredits", "Debit", 20m)], Entry(payment));
        Assert.Equal("payment.credit_exceeded", Refused(() => payment.Apply(Part(2, 10), Guid.CreateVersion7(), Day, Some.Noon)));
    }

    [Fact]
    public void A_refund_takes_what_is_left_over_first_then_what_was_settled_last()
    {
        var payment = Of(200, Part(1, 121), Part(2, 50));
        var back = payment.Refund(Back(60), null, Some.Noon);
        Assert.Equal((2, -31m, 0m, 60m, PaymentStatus.PartiallyRefunded), (Last(back[0]), back[0].Amount, payment.Unapplied, payment.Refunded, payment.Status));
        Assert.Equal([("Bank", "Credit", 60m), ("Receivable", "Debit", 31m), ("CustomerCredits", "Debit", 29m)], Entry(payment));

        Assert.Equal("payment.refund_exceeded", Refused(() => payment.Refund(Back(140.01m), null, Some.Noon)));
        Assert.Equal([(2, -19m), (1, -121m)], payment.Refund(Back(140), null, Some.Noon).Select(p => (Last(p), p.Amount)));
        Assert.Equal(PaymentStatus.Refunded, payment.Status);
        Assert.Empty(payment.Standing());
    }

    [Fact]
    public void A_reversal_undoes_everything_once_and_not_what_went_back_to_the_customer()
    {
        var payment = Of(150, Part(1, 121));
        payment.Apply(Part(2, 20), Guid.CreateVersion7(), Day, Some.Noon);
        Assert.Equal([-121m, -20m], payment.Reverse("A slip", Day, Some.Noon).Select(p => p.Amount));
        Assert.Equal((0m, PaymentStatus.Reversed), (payment.Unapplied, payment.Status));
        Assert.Equal([("Bank", "Credit", 150m), ("Receivable", "Debit", 121m), ("Receivable", "Debit", 20m), ("CustomerCredits", "Debit", 9m)], Entry(payment));
        Assert.Equal("payment.reversed", Refused(() => payment.Refund(Back(1), null, Some.Noon)));

        var refunded = Of(121, Part(1, 121));
        refunded.Refund(Back(1), null, Some.Noon);
        Assert.Equal("payment.refunded", Refused(() => refunded.Reverse("A slip", Day, Some.Noon)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Money_does_not_go_back_without_a_reason(string? reason)
    {
        Assert.Equal("payment.reason_missing", Refused(() => Of(121, Part(1, 121)).Reverse(reason!, Day, Some.Noon)));
        Assert.Equal("payment.reason_missing", Refused(() => Of(121, Part(1, 121)).Refund(Back(1) with { Reason = reason! }, null, Some.Noon)));
    }

    [Fact]
    public void Between_the_rate_of_the_invoice_and_that_of_the_payment_lies_an_exchange_difference()
    {
        var payment = new Payment(new(Guid.CreateVersion7()), Asked(new(100, Currency.Eur)), new("RO:1", "Client"), Later, [Part(1, 100, 497)], Some.Noon);
        var lines = Drafting.Of(Assert.Single(PaymentPostings.Of(payment)), "usr_1", TimeProvider.System).Lines;
        Assert.Equal([("Bank", "Debit", 100m, 500m), ("Receivable", "Credit", 100m, 497m), ("ExchangeGain", "Credit", 0m, 3m)], lines.Select(l => (l.Account, l.Side, l.Amount, l.Ron)));
        payment.Refund(Back(100), Issued, Some.Noon);
        lines = Drafting.Of(Assert.Single(PaymentPostings.Of(payment)), "usr_1", TimeProvider.System).Lines;
        Assert.Equal([("Bank", "Credit", 100m, 497m), ("Receivable", "Debit", 100m, 497m)], lines.Select(l => (l.Account, l.Side, l.Amount, l.Ron)));
    }

    [Theory]
    [InlineData(PaymentMethod.BankTransfer, AccountRole.Bank)]
    [InlineData(PaymentMethod.Cash, AccountRole.Cash)]
    [InlineData(PaymentMethod.Card, AccountRole.CardSettlement)]
    [InlineData(PaymentMethod.Other, AccountRole.CardSettlement)]
    public void The_way_it_came_decides_the_account(PaymentMethod method, AccountRole account) => Assert.Equal(
        account, Assert.Single(PaymentPostings.Of(new(new(Guid.CreateVersion7()), Asked(new(121, Currency.Ron)) with { Method = method }, new("RO:1", "Client"), null, [Part(1, 121)], Some.Noon))).Lines[0].Account);

    static Payment Of(decimal amount, params PaymentPart[] parts) => new(new(Guid.CreateVersion7()), Asked(new(amount, Currency.Ron)), new("RO:1", "Client"), null, parts, Some.Noon);

    static RecordPayment Asked(Money amount) => new(Guid.CreateVersion7(), Day, amount, PaymentMethod.BankTransfer, []);

    static RefundPayment Back(decimal amount) => new(default, Guid.CreateVersion7(), Day, amount, "Sent twice");

    static PaymentPart Part(byte invoice, decimal amount, decimal? ron = null) => new(Some.Id<InvoiceId>(invoice), $"N-{invoice}", amount, ron ?? amount);

    static int Last(PaymentPart part) => part.InvoiceId.Value.ToByteArray()[15];

    static IEnumerable<(string, string, decimal)> Entry(Payment payment) =>
        Drafting.Of(Assert.Single(PaymentPostings.Of(payment)), "usr_1", TimeProvider.System).Lines.Select(l => (l.Account, l.Side, l.Amount));

    static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
