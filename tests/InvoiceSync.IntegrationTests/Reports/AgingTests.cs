using System.Globalization;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>What is open by how long it is overdue: each boundary, over random histories of settling by many, and by customer.</summary>
public sealed class AgingTests(TestCluster cluster)
{
    static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime);

    [Fact]
    public async Task Each_document_stands_in_the_bucket_of_its_days()
    {
        await using var scene = await ReportScene.Open(cluster);
        foreach (var (late, n) in new[] { -5, 0, 1, 30, 31, 60, 61, 90, 91, 400 }.Select((late, n) => (late, n)))
            await scene.Issue(Due($"A{n}", late, (decimal)Math.Pow(2, n)));
        var row = Assert.Single((await scene.Ask(new GetAgingReport())).Rows);
        Assert.Equal(new AgingFigures(10, 1 + 2, 4 + 8, 16 + 32, 64 + 128, 256 + 512), row.Figures);
        Assert.Equal((1023m, 1020m, 1023m), (row.Figures.Open, row.Figures.Overdue, row.OpenRon));
    }

    [Fact]
    public async Task However_invoices_are_settled_at_once_what_is_open_is_that_of_the_invoices()
    {
        await using var scene = await ReportScene.Open(cluster);
        for (var n = 0; n < 30; n++) await scene.Issue(Due($"S{n}", n % 3 * 40, 100, n % 2 == 0 ? SampleInvoices.Company : SampleInvoices.Company with { Name = "Ștefan SRL", VatId = "RO1234567897", LegalId = "1234567897" }));
        // Set-based, as a bank statement settles; many overlap, each takes its rows in the order of their ids.
        var failures = await Task.WhenAll(Enumerable.Range(1, 24).Select(n => LedgerScene.Raw(scene.Database.App, string.Create(CultureInfo.InvariantCulture, $"""
            with held as (select id from invoicing.invoices where right(number, 1) = '{n % 10}' order by id for update)
            update invoicing.invoices i set paid = i.paid + 10 + {n % 3}, open = i.open - 10 - {n % 3}, open_ron = i.open_ron - 10 - {n % 3}, payment = 'PartiallyPaid' from held where held.id = i.id and i.open >= 20;
            """))));
        Assert.All(failures, Assert.Null);
        Assert.Null(await LedgerScene.Raw(scene.Database.App, "update invoicing.invoices set written_off = open, open = 0, open_ron = 0, payment = 'WrittenOff' where number in ('S4', 'S5')"));

        Assert.Empty(await scene.Ask(new CheckReports()));
        var row = Assert.Single((await scene.Ask(new GetAgingReport())).Rows);
        var open = (decimal)(await Database.Ask(scene.Database.Platform, "select sum(open) from invoicing.invoices", TestContext.Current.CancellationToken))!;
        Assert.Equal((28, open, open), (row.Figures.Documents, row.Figures.Open, row.OpenRon));
        var debtors = (await scene.Ask(new ListDebtors(Currency.Ron))).Rows;
        Assert.Equal(["Exemplu Client SRL", "Ștefan SRL"], debtors.Select(d => d.Name).Order(StringComparer.Ordinal));
        Assert.Equal(row.Figures, debtors.Select(d => d.Figures).Aggregate((a, b) =>
            new(a.Documents + b.Documents, a.Current + b.Current, a.To30 + b.To30, a.To60 + b.To60, a.To90 + b.To90, a.Older + b.Older)));
    }

    [Fact]
    public async Task A_sum_that_is_not_that_of_what_is_open_is_found()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(Due("D1", 3, 100));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "update invoicing.due_days set open = open + 1"));
        Assert.Equal([new("aging", Today.AddDays(-3), Currency.Ron)], await scene.Ask(new CheckReports()));
        Assert.Equal("report.drifted", await scene.Refusal(new WatchReports()));
    }

    static InvoiceDocument Due(string number, int late, decimal amount, InvoiceSync.Customers.Buyer? buyer = null) =>
        SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 1, amount, rate: 0)) with { Number = number, IssuedOn = Today.AddDays(-500), DueOn = Today.AddDays(-late), Buyer = buyer ?? SampleInvoices.Company };
}
