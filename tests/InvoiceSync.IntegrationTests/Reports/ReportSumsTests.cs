using System.Collections.Concurrent;
using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>The sums behind the reports over random histories, with many writers at once, and past our own code.</summary>
public sealed class ReportSumsTests(TestCluster cluster)
{
    const int Writers = 8;
    const int Each = 15;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_many_writers_issue_at_once_the_reports_say_what_the_documents_say(int seed)
    {
        await using var scene = await ReportScene.Open(cluster);
        var issued = new ConcurrentBag<Issued>();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(seed * 100 + writer);
            for (var step = 0; step < Each; step++)
            {
                var document = Any(random, $"{writer}-{step}");
                var source = random.Next(2) == 0 ? "own" : "stripe";
                var id = await scene.Issue(document, source);
                if (random.Next(4) == 0) await scene.Issue(document, source);
                if (random.Next(4) == 0) await scene.Send(new CorrectInvoice(id, document.Buyer with { Name = "Corrected" }));
                DateOnly? voided = null;
                if (source == "own" && document.Totals.Paid == 0 && document.Totals.TaxInclusive > 0 && random.Next(3) == 0)
                {
                    await scene.Send(new VoidInvoice(id, "A mistake"));
                    voided = (await scene.Ask(new GetInvoice(id))).VoidedOn;
                }

                issued.Add(new(source, document, voided));
            }
        })));
        await scene.Holds(issued);

        Assert.Empty((await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To), ChainScene.Person(ChainScene.Other))).Rows);
        Assert.Empty((await scene.Ask(new GetTaxReport(ReportScene.From, ReportScene.To), ChainScene.Person(ChainScene.Other))).Rows);
    }

    // Few days and months, so that writers meet; invoices, stornos (some lines or all are negative) and credit notes.
    static InvoiceDocument Any(Random random, string number)
    {
        var document = RandomInvoices.From(random.Next());
        if (document.Currency != Currency.Ron && random.Next(6) == 0) document = document with { VatInRon = document.VatInRon! with { Amount = document.VatInRon.Amount + 0.01m } };
        var day = SampleInvoices.Today.AddDays(-random.Next(3) * 35);
        return document with
        {
            Type = document.Totals.Paid == 0 && random.Next(4) == 0 ? DocumentType.CreditNote : DocumentType.Invoice,
            Number = $"R{number}",
            IssuedOn = day,
            DueOn = null,
            PeriodStart = random.Next(3) == 0 ? day.AddDays(-40) : null,
            PeriodEnd = random.Next(3) == 0 ? day.AddDays(-20) : null,
        };
    }

    [Fact]
    public async Task Sums_follow_whoever_writes_past_our_code_and_nothing_is_left_of_what_was_not_committed()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        var before = await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To));
        const string copy = """
            create temp table copies on commit drop as select i.*, n from invoicing.invoices i, generate_series(1, 20) n;
            update copies set id = gen_random_uuid(), number = 'C-' || n, source_id = 'c' || n, issued_on = issued_on - n;
            alter table copies drop column n;
            insert into invoicing.invoices select * from copies;
            """;

        Assert.NotNull(await LedgerScene.Raw(scene.Database.Owner, copy + "set constraints all immediate; select pg_terminate_backend(pg_backend_pid())"));
        Assert.Equivalent(before, await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To)));
        Assert.Empty(await scene.Ask(new CheckReports()));

        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, copy));
        Assert.Equal((21, 2541m), Sum(await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To))));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "update invoicing.invoices set issued_on = issued_on + 2, source = 'moved' where number like 'C-1%'"));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "delete from invoicing.invoices where number like 'C-2%'"));
        Assert.Equal((19, 2299m), Sum(await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To))));
        Assert.Empty(await scene.Ask(new CheckReports()));

        static (long, decimal) Sum(GetSalesReport.View view) => (view.Totals.Single().Figures.Documents, view.Totals.Single().Figures.Gross);
    }

    [Fact]
    public async Task Writers_who_take_days_in_opposite_orders_never_wait_for_each_other()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        static string One(string number, int back) => $"""
            insert into invoicing.invoices select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', '{number}', 'source_id', '{number}', 'issued_on', i.issued_on - {back}))).*
            from invoicing.invoices i where i.number = '{SampleInvoices.Ron.Number}';
            """;

        var failures = await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            LedgerScene.Raw(scene.Database.Owner, n % 2 == 0 ? One($"A{n}", 1) + One($"B{n}", 2) : One($"A{n}", 2) + One($"B{n}", 1))));

        Assert.All(failures, Assert.Null);
        Assert.Equal(81, (await scene.Ask(new GetSalesReport(ReportScene.From, ReportScene.To))).Totals.Single().Figures.Documents);
        Assert.Empty(await scene.Ask(new CheckReports()));
    }

    [Fact]
    public async Task Sums_that_are_not_those_of_the_documents_are_found_and_counted_anew()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(SampleInvoices.Euro);
        await scene.Send(new WatchReports());
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "update invoicing.sales_days set gross = gross + 0.01; update invoicing.tax_days set tax_ron = tax_ron - 0.01"));
        Assert.Equal([new("sales", SampleInvoices.Today, Currency.Eur), new("tax", SampleInvoices.Today, Currency.Eur)], await scene.Ask(new CheckReports()));
        Assert.Equal("report.drifted", await scene.Refusal(new WatchReports()));

        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, $"select invoicing.recount_reports('{ChainScene.Tenant.Value}')"));
        await scene.Send(new WatchReports());
    }

    [Theory]
    [InlineData("update invoicing.sales_days set net = 0")]
    [InlineData("delete from invoicing.tax_days")]
    [InlineData("insert into invoicing.sales_days select * from invoicing.sales_days")]
    [InlineData("update invoicing.customer_months set net = 0")]
    [InlineData("delete from invoicing.product_months")]
    [InlineData("delete from payments.payment_days")]
    [InlineData("select invoicing.count_document(i, 1) from invoicing.invoices i")]
    [InlineData("select invoicing.count_sold(i, 1) from invoicing.invoices i")]
    [InlineData("select payments.recount_days(tenant_id) from invoicing.invoices")]
    [InlineData("select invoicing.recount_reports(tenant_id) from invoicing.invoices")]
    public async Task The_application_reads_the_sums_and_nothing_else(string sql)
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(SampleInvoices.Ron);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await LedgerScene.Raw(scene.Database.App, sql));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_or_is_too_long_is_refused()
    {
        await using var scene = await ReportScene.Open(cluster);
        var day = SampleInvoices.Today;
        foreach (var (query, code) in new (GetSalesReport, string)[] { (new(day, day.AddDays(-1)), "report.period_reversed"), (new(day, day.AddYears(11)), "report.period_exceeded"), (new(day, day.AddDays(367), ReportStep.Day), "report.period_exceeded") })
            Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(query))).Error.Code);
    }
}
