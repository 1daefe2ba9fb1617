using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Payments;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>Many who settle one invoice at the same moment.</summary>
public sealed class SixteenHandsTests(TestCluster cluster)
{
    const int Hands = 16;

    [Fact]
    public async Task Sixteen_hands_never_pay_an_invoice_beyond_its_total()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var (whole, parts) = (await scene.Issue("A-1"), await scene.Issue("A-2"));
        var refusals = await Task.WhenAll(Enumerable.Range(0, Hands).SelectMany(_ => new[] { Refusal(scene, whole, 121), Refusal(scene, parts, 30) }));

        Assert.Equal(1 + 4, refusals.Count(r => r is null));
        Assert.All(refusals, r => Assert.True(r is null or "invoice.settled_already" or "invoice.paid_beyond_open", r));
        Assert.Equal((0m, 121m, InvoiceStatus.Paid), ((await scene.Of(whole)).Open, (await scene.Of(whole)).Paid, (await scene.Of(whole)).Status));
        Assert.Equal((1m, 120m), ((await scene.Of(parts)).Open, (await scene.Of(parts)).Paid));
        Assert.Equal((1m, 241m), (await scene.Balance(AccountRole.Receivable), await scene.Balance(AccountRole.Bank)));
        await scene.Ledger.Holds();
    }

    // The negative control: hands that read before they hold the row would all see it open. The database's own rule stops the second.
    [Fact]
    public async Task Hands_that_do_not_wait_for_each_other_are_stopped_by_the_database()
    {
        await using var scene = await PaymentScene.Open(cluster);
        await scene.Issue("A-1");
        const string careless = "update invoicing.invoices set paid = paid + 121, open = open - 121, open_ron = open_ron - 121 where number = 'A-1'";
        var answers = await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => LedgerScene.Raw(scene.Ledger.Database.App, careless)));
        Assert.Equal(1, answers.Count(a => a is null));
        Assert.Equal(Hands - 1, answers.Count(a => a == PostgresErrorCodes.CheckViolation));
    }

    [Fact]
    public async Task The_same_request_from_sixteen_is_one_payment()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var asked = PaymentScene.Ask(new(50, Currency.Ron), new PaymentFor(await scene.Issue("A-1")));
        var made = await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => scene.Ledger.Send(asked)));
        Assert.Single(made.Distinct());
        Assert.Equal("payment.request_used", await scene.Ledger.Refusal(asked with { Amount = new(51, Currency.Ron) }));

        var refund = new RefundPayment(made[0], Guid.CreateVersion7(), LedgerScene.Day, 20, "Sent twice");
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => scene.Ledger.Send(refund)));
        await scene.Ledger.Send(refund);
        Assert.Equal((20m, 30m), ((await scene.Ledger.Ask(new GetPayment(made[0]))).Row.Refunded, await scene.Balance(AccountRole.Bank)));
        await scene.Ledger.Holds();
    }

    [Fact]
    public async Task One_credit_and_many_invoices_is_spent_once()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var credit = await scene.Pay(171, new PaymentFor(await scene.Issue("A-0")));
        var invoices = new List<InvoiceId>();
        for (var at = 1; at <= Hands; at++) invoices.Add(await scene.Issue($"A-{at}", 20));
        var refusals = await Task.WhenAll(invoices.Select(i => scene.Ledger.Refusal(new ApplyCredit(credit, i, Guid.CreateVersion7()))));
        Assert.Equal(3, refusals.Count(r => r is null)); // 24.20, 24.20 and the last 1.60
        Assert.Equal(0, await scene.Balance(AccountRole.CustomerCredits));
        await scene.Ledger.Holds();
    }

    static Task<string?> Refusal(PaymentScene scene, InvoiceId invoice, decimal amount) =>
        scene.Ledger.Refusal(PaymentScene.Ask(new(amount, Currency.Ron), new PaymentFor(invoice, amount)));
}
