using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Payments;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>The life of a payment on a real database: recorded, applied, refunded, reversed, and what is refused.</summary>
public sealed class PaymentsTests(TestCluster cluster)
{
    static readonly string[] Order = ["P-3", "P-2", "P-1"];

    [Fact]
    public async Task A_payment_too_large_leaves_credit_that_pays_a_later_invoice_and_a_reversal_opens_both()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var first = await scene.Issue("A-1");
        var payment = await scene.Pay(150, new PaymentFor(first));
        Assert.Equal(Currency.Ron, await scene.Ledger.Ask(new GetPaymentCurrency(payment)));
        Assert.Equal((0m, InvoiceStatus.Paid), ((await scene.Of(first)).Open, (await scene.Of(first)).Status));
        var later = await scene.Issue("A-2");
        Assert.Equal(new Money(29, Currency.Ron), Assert.Single((await scene.Ledger.Ask(new ListInvoicePayments(later))).Credits).Left);
        await scene.Ledger.Send(new ApplyCredit(payment, later, Guid.CreateVersion7()));
        Assert.Equal((92m, 0m), ((await scene.Of(later)).Open, await scene.Balance(AccountRole.CustomerCredits)));

        await scene.Ledger.Send(new ReversePayment(payment, "Another company's money"));
        await scene.Ledger.Send(new ReversePayment(payment, "Again"));
        Assert.Equal((121m, 121m, 0m), ((await scene.Of(first)).Open, (await scene.Of(later)).Open, await scene.Balance(AccountRole.Bank)));
        var row = Assert.Single((await scene.Ledger.Ask(new ListInvoicePayments(first))).Rows);
        Assert.Equal((PaymentStatus.Reversed, 121m, 0m), (row.Status, row.Amount, row.Settles));
        Assert.Equal([MoveKind.Received, MoveKind.Applied, MoveKind.Reversed], (await scene.Ledger.Ask(new GetPayment(payment))).Moves.Select(m => m.Kind));
        await scene.Ledger.Holds();
    }

    [Fact]
    public async Task One_payment_settles_several_invoices_of_one_customer_and_a_storno_with_them()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var (a, b, storno) = (await scene.Issue("A-1"), await scene.Issue("A-2", 200), await scene.Issue("A-3", -50));
        Assert.Equal(["A-1", "A-2", "A-3"], (await scene.Ledger.Ask(new ListOpenInvoices(a))).Select(i => i.Number));
        await scene.Pay(302.5m, new(a), new(b), new(storno));
        Assert.Equal((0m, 0m, 0m), ((await scene.Of(a)).Open, (await scene.Of(b)).Open, (await scene.Of(storno)).Open));
        Assert.Empty(await scene.Ledger.Ask(new ListOpenInvoices(a)));
        Assert.Equal((0m, 302.5m), (await scene.Balance(AccountRole.Receivable), await scene.Balance(AccountRole.Bank)));
        await scene.Ledger.Holds();
    }

    [Fact]
    public async Task What_is_not_so_is_refused_and_nothing_moves()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var (mine, theirs) = (await scene.Issue("A-1"), await scene.Ledger.Issue(SampleInvoices.Consumer with { Number = "B-1" }));
        var asked = PaymentScene.Ask(new(10, Currency.Ron), new PaymentFor(mine));
        foreach (var (command, code) in new[]
        {
            (asked with { Invoices = [new(mine), new(theirs)] }, "payment.customers_differ"), (asked with { Invoices = [] }, "payment.invoices_invalid"),
            (asked with { Invoices = [new(mine), new(mine)] }, "payment.invoices_invalid"), (asked with { Invoices = [new(new(Guid.CreateVersion7()))] }, "invoice.not_found"),
            (asked with { ReceivedOn = new(1999, 12, 31) }, "payment.date_invalid"), (asked with { ReceivedOn = DateOnly.MaxValue }, "payment.date_invalid"),
            (asked with { Reference = new('x', 141) }, "payment.text_too_long"), (asked with { Invoices = [new(mine, 0)] }, "payment.amount_invalid"),
        })
            Assert.Equal(code, await scene.Ledger.Refusal(command));
        Assert.Equal("payment.currency_differs", await scene.Ledger.Refusal(new BookPayment(asked with { Amount = new(10, Currency.Eur) }, new(5, LedgerScene.Day, "BNR"))));
        Assert.Equal("payment.not_found", await scene.Ledger.Refusal(new ReversePayment(new(Guid.CreateVersion7()), "None")));
        Assert.Equal("payment.not_found", await scene.Ledger.Refusal(new RefundPayment(new(Guid.CreateVersion7()), Guid.CreateVersion7(), LedgerScene.Day, 1, "None")));
        Assert.Equal((0m, 0m), (await scene.Sum("amount", "payments.payments"), await scene.Balance(AccountRole.Bank)));
        Assert.Equal("invoice.not_found", await scene.Ledger.Refusal(asked, LedgerScene.Stranger));
    }

    [Fact]
    public async Task The_list_pages_by_day_and_filters()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var invoice = await scene.Issue("A-1", 1000);
        foreach (var reference in Order.Reverse())
            await scene.Ledger.Send(PaymentScene.Ask(new(10 * (reference[2] - '0'), Currency.Ron), new PaymentFor(invoice)) with { Reference = reference, ReceivedOn = LedgerScene.Day.AddDays(reference[2] - '9') });
        var seen = new List<string?>();
        for (PageKey? after = null; ;)
        {
            var page = await scene.Ledger.Ask(new ListPayments(After: after, Take: 1));
            seen.Add(Assert.Single(page.Rows).Row.Reference);
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(Order, seen);
        Assert.Equal(["P-2"], (await scene.Ledger.Ask(new ListPayments("P-2"))).Rows.Select(r => r.Row.Reference));
        Assert.Equal(3, (await scene.Ledger.Ask(new ListPayments("exemplu client"))).Rows.Count);
        Assert.Equal(["P-3"], (await scene.Ledger.Ask(new ListPayments { Amount = new(30) })).Rows.Select(r => r.Row.Reference));
        Assert.Empty((await scene.Ledger.Ask(new ListPayments { WithCredit = true })).Rows);
        Assert.Empty((await scene.Ledger.Ask(new ListPayments(Status: PaymentStatus.Reversed))).Rows);
        Assert.Empty((await scene.Ledger.Ask(new ListPayments(Method: PaymentMethod.Cash))).Rows);
    }
}
