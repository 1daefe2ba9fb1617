using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>What came, went back and was undone, each on its own day and by its method; and that sums which do not hold are found.</summary>
public sealed class PaymentsReportTests(TestCluster cluster)
{
    static readonly DateOnly Day = LedgerScene.Day;

    [Fact]
    public async Task Each_move_of_a_payment_counts_on_the_day_it_happened()
    {
        await using var scene = await PaymentScene.Open(cluster);
        var (first, second) = (await scene.Issue("A-1"), await scene.Issue("A-2", 200));
        var cash = await scene.Ledger.Send(PaymentScene.Ask(new(150, Currency.Ron), new PaymentFor(first)) with { Method = PaymentMethod.Cash, ReceivedOn = Day.AddDays(-40) });
        await scene.Ledger.Send(new ApplyCredit(cash, second, Guid.CreateVersion7()));
        await scene.Ledger.Send(new RefundPayment(cash, Guid.CreateVersion7(), Day.AddDays(-2), 30, "Too much"));
        var card = await scene.Ledger.Send(PaymentScene.Ask(new(80, Currency.Ron), new PaymentFor(second)) with { Method = PaymentMethod.Card, ReceivedOn = Day.AddDays(-2) });
        await scene.Ledger.Send(new ReversePayment(card, "Another company's"));

        var report = await scene.Ledger.Ask(new GetPaymentsReport(Day.AddDays(-60), Day.AddYears(5)));
        Assert.Equal((2, 230m, 30m, 80m, 120m, 0m), report.Totals.Single().Figures is var f ? ((int)f.Payments, f.Received, f.Refunded, f.Reversed, f.Net, f.Unapplied) : default);
        Assert.Equal((230m, 30m, 80m, 120m), (f.ReceivedRon, f.RefundedRon, f.ReversedRon, f.NetRon));
        var came = (await scene.Ledger.Ask(new GetPaymentsReport(Day.AddDays(-40), Day.AddDays(-40), ReportStep.Day))).Rows.Single();
        Assert.Equal((Day.AddDays(-40), PaymentMethod.Cash, 150m, 29m), (came.Start, came.Method, came.Figures.Received, came.Figures.Unapplied));
        var later = (await scene.Ledger.Ask(new GetPaymentsReport(Day.AddDays(-2), Day.AddDays(-2), ReportStep.Day))).Rows;
        Assert.Equal([(PaymentMethod.Cash, 0m, 30m), (PaymentMethod.Card, 80m, 0m)], later.Select(r => (r.Method, r.Figures.Received, r.Figures.Refunded)));
        Assert.Empty((await scene.Ledger.Ask(new GetPaymentsReport(Day.AddDays(-60), Day, Currency: Currency.Eur))).Rows);
        Assert.Equal("report.period_reversed", (await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ledger.Ask(new GetPaymentsReport(Day, Day.AddDays(-1))))).Error.Code);
    }

    [Fact]
    public async Task Sums_that_are_not_those_of_the_payments_are_found_and_counted_anew()
    {
        await using var scene = await PaymentScene.Open(cluster);
        await scene.Pay(50, new PaymentFor(await scene.Issue("A-1")));
        Assert.Empty(await scene.Ledger.Ask(new CheckReports()));
        Assert.Null(await LedgerScene.Raw(scene.Ledger.Database.Owner, "update payments.payment_days set received = received + 0.01"));
        Assert.Equal([new("payments", Day, Currency.Ron)], await scene.Ledger.Ask(new CheckReports()));
        Assert.Null(await LedgerScene.Raw(scene.Ledger.Database.Owner, $"select payments.recount_days('{ChainScene.Tenant.Value}')"));
        Assert.Empty(await scene.Ledger.Ask(new CheckReports()));
    }
}
