using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Payments;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>Random histories of issuing, paying, paying in part and too much, refunding and reversing, in currencies of no, two and three decimals.</summary>
public sealed class RandomHistoriesTests(TestCluster cluster)
{
    const int Steps = 70;

    static readonly Currency[] Currencies = [Currency.Ron, Currency.Eur, new("JPY"), new("KWD")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_what_customers_owe_in_the_ledger_is_what_is_open_on_invoices(int seed)
    {
        await using var scene = await PaymentScene.Open(cluster);
        var random = new Random(seed);
        var (invoices, payments, done) = (new List<(InvoiceId Id, Currency Currency)>(), new List<PaymentId>(), 0);
        for (var step = 0; step < Steps; step++)
        {
            if (step < 6 || random.Next(4) == 0) invoices.Add(await Issue(scene, random, seed * 1000 + step));
            else if (await Move(scene, random, invoices, payments)) done++;
        }

        Assert.True(done > Steps / 4, $"{done} of {Steps} steps moved money");
        await scene.Ledger.Holds();
        Assert.Empty(await scene.Ledger.Ask(new CheckReports()));
        var report = await scene.Ledger.Ask(new GetPaymentsReport(LedgerScene.Day.AddYears(-1), LedgerScene.Day.AddYears(5)));
        foreach (var currency in Currencies)
        {
            var same = $"currency = '{currency}'";
            Assert.Equal(await scene.Sum("open", "invoicing.invoices", same), await scene.Balance(AccountRole.Receivable, currency));
            Assert.Equal(-await scene.Sum("unapplied", "payments.payments", same), await scene.Balance(AccountRole.CustomerCredits, currency));
            Assert.Equal(await scene.Sum("open_ron", "invoicing.invoices", same), await InRon(scene, AccountRole.Receivable, currency));
            Assert.Equal(-await scene.Sum("unapplied_ron", "payments.payments", same), await InRon(scene, AccountRole.CustomerCredits, currency));
            var f = report.Totals.FirstOrDefault(t => t.Currency == currency)?.Figures ?? PaymentFigures.None;
            Assert.Equal((await scene.Sum("amount", "payments.payments", same), await scene.Sum("refunded", "payments.payments", same)), (f.Received, f.Refunded));
            Assert.Equal((await scene.Sum("amount", "payments.payments", same + " and status = 'Reversed'"), await scene.Sum("unapplied", "payments.payments", same)), (f.Reversed, f.Unapplied));
            Assert.Equal((await scene.Balance(AccountRole.Bank, currency), await InRon(scene, AccountRole.Bank, currency)), (f.Net, f.NetRon));
            Assert.Equal(await scene.Sum("unapplied_ron", "payments.payments", same), f.UnappliedRon);
        }
    }

    static async Task<(InvoiceId, Currency)> Issue(PaymentScene scene, Random random, int seed)
    {
        var currency = Currencies[random.Next(Currencies.Length)];
        var quantity = random.Next(6) == 0 ? -1 : 1;
        var document = SampleInvoices.Of(currency, SampleInvoices.Line("1", quantity, Math.Max(1, currency.Round(random.Next(1, 500_000) / 1000m)), rate: 0)) with { Number = $"R{seed}" };
        if (currency != Currency.Ron) document = document.InRon(random.Next(1_000, 60_000) / 10_000m);
        return (await scene.Ledger.Issue(document), currency);
    }

    // What is refused changes nothing; everything else the books must bear.
    static async Task<bool> Move(PaymentScene scene, Random random, List<(InvoiceId Id, Currency Currency)> invoices, List<PaymentId> payments)
    {
        var (id, currency) = invoices[random.Next(invoices.Count)];
        var open = (await scene.Of(id)).Open;
        var amount = currency.Round(random.Next(4) switch { 0 => open, 1 => open * 2, _ => open * (decimal)random.NextDouble() });
        var rate = currency == Currency.Ron ? null : new FindRate.Found(random.Next(1_000, 60_000) / 10_000m, LedgerScene.Day, "BNR");
        var payment = payments.Count == 0 ? default : payments[random.Next(payments.Count)];
        switch (payments.Count == 0 ? 0 : random.Next(6))
        {
            case 0 or 1 or 2:
                var asked = PaymentScene.Ask(new(amount, currency), new PaymentFor(id));
                var refused = await scene.Ledger.Refusal(new BookPayment(asked, rate));
                if (refused is null) payments.Add(new(asked.Request));
                return refused is null;
            case 3:
                return await scene.Ledger.Refusal(new ApplyCredit(payment, id, Guid.CreateVersion7())) is null;
            case 4:
                var view = await scene.Ledger.Ask(new GetPayment(payment));
                var left = view.Row.Amount.Amount - view.Row.Refunded;
                var back = random.Next(2) == 0 ? left : view.Row.Amount.Currency.Round(left * (decimal)random.NextDouble());
                var ofDay = view.Row.Amount.Currency == Currency.Ron ? null : new FindRate.Found(random.Next(1_000, 60_000) / 10_000m, LedgerScene.Day, "BNR");
                return await scene.Ledger.Refusal(new BookRefund(new(payment, Guid.CreateVersion7(), LedgerScene.Day, back, "Random"), ofDay)) is null;
            default:
                return await scene.Ledger.Refusal(new ReversePayment(payment, "Random")) is null;
        }
    }

    static async Task<decimal> InRon(PaymentScene scene, AccountRole account, Currency currency) =>
        (await scene.Ledger.Ask(new GetTrialBalance(LedgerScene.Day.AddYears(1)))).Rows.Where(r => r.Account == account && r.Currency == currency).Sum(r => r.RonBalance);
}
