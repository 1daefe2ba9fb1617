using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Payments.Model;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Payments.Model;

public sealed class SharingTests
{
    static readonly Receivables.Debt Old = Debt(1, 121, 0), Young = Debt(2, 50, 10), Storno = Debt(3, -21, 5);

    [Fact]
    public void The_oldest_debt_is_settled_first_and_what_is_left_is_nobodys()
    {
        Assert.Equal([(1, 121m), (2, 29m)], Shares(150, [new(Young.Id), new(Old.Id)]));
        Assert.Equal([(1, 121m), (2, 50m)], Shares(200, [new(Young.Id), new(Old.Id)]));
    }

    [Fact]
    public void A_storno_is_netted_whole() => Assert.Equal([(3, -21m), (1, 121m)], Shares(100, [new(Old.Id), new(Storno.Id)]));

    [Fact]
    public void Money_paid_out_settles_stornos_and_nothing_else()
    {
        Assert.Equal([(3, -20m)], Shares(-20, [new(Storno.Id)]));
        Assert.Equal("payment.parts_differ", Refused(-30, new PaymentFor(Storno.Id)));
        Assert.Equal("payment.too_little", Refused(-20, new PaymentFor(Old.Id)));
    }

    [Fact]
    public void An_amount_that_is_given_is_kept_to()
    {
        Assert.Equal([(2, 10m), (1, 90m)], Shares(100, [new(Old.Id), new(Young.Id, 10)]));
        Assert.Equal("payment.parts_differ", Refused(100, new(Old.Id, 60), new(Young.Id, 50)));
    }

    [Fact]
    public void What_cannot_be_shared_is_refused()
    {
        Assert.Equal("payment.too_little", Refused(121, new(Old.Id), new(Young.Id)));
        Assert.Equal("payment.amount_invalid", Refused(0, new PaymentFor(Old.Id)));
        Assert.Equal("payment.amount_invalid", Refused(1.001m, new PaymentFor(Old.Id)));
        Assert.Equal("payment.currency_differs", Assert.Throws<RuleBrokenException>(() => Sharing.Of(new(1, Currency.Eur), [new(Old.Id)], [Old])).Error.Code);
    }

    static Receivables.Debt Debt(byte id, decimal open, int days) =>
        new(Some.Id<InvoiceId>(id), $"N-{id}", new("RO:1", "Client"), Currency.Ron, open, SampleInvoices.Today.AddDays(days));

    static IEnumerable<(int, decimal)> Shares(decimal amount, PaymentFor[] asked) =>
        Sharing.Of(new(amount, Currency.Ron), asked, [Old, Young, Storno]).Select(s => ((int)s.Invoice.Value.ToByteArray()[15], s.Amount));

    static string Refused(decimal amount, params PaymentFor[] asked) => Assert.Throws<RuleBrokenException>(() => Shares(amount, asked).ToList()).Error.Code;
}
