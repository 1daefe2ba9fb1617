using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>Customers and products by what was issued: ranked, in whole months, with credit notes and voids, and by product where a line names one.</summary>
public sealed class TopListsTests(TestCluster cluster)
{
    static readonly DateOnly Day = new(2026, 10, 14);
    static readonly ProductId Product = new(Guid.CreateVersion7());

    [Fact]
    public async Task Customers_stand_by_what_was_issued_to_them_less_what_was_taken_back()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(To("Beta SRL", "14399840", "B-1", 300));
        await scene.Issue(To("Alfa SRL", "18547290", "A-1", 200) with { IssuedOn = Day.AddDays(17) });
        await scene.Issue(To("Alfa SRL", "18547290", "A-2", 200));
        await scene.Issue(To("Beta SRL", "14399840", "B-2", 150) with { Type = DocumentType.CreditNote });
        await scene.Issue(SampleInvoices.Of(Currency.Eur, SampleInvoices.Line("1", 1, 100)).InRon(5m) with { Number = "E-1", IssuedOn = Day, Buyer = Of("Gama SRL", "RO1234567897") });
        await scene.Issue(To("Alfa SRL", "18547290", "A-3", 999) with { IssuedOn = new(2026, 9, 30) });

        var october = await scene.Ask(new ListTopCustomers(Day, Day));
        Assert.Equal((new(2026, 10, 1), new DateOnly(2026, 10, 31)), (october.From, october.To));
        Assert.Equal([("Gama SRL", "EUR", 100m, 500m), ("Alfa SRL", "RON", 400m, 400m), ("Beta SRL", "RON", 150m, 150m)], october.Rows.Select(r => (r.Name, r.Currency.Code, r.Figures.Net, r.Figures.NetRon)));
        Assert.Equal(["Alfa SRL", "Beta SRL"], (await scene.Ask(new ListTopCustomers(Day, Day, Currency.Ron))).Rows.Select(r => r.Name));
        Assert.Equal((3, 1399m), (await scene.Ask(new ListTopCustomers(Day.AddMonths(-1), Day, Currency.Ron))).Rows[0].Figures is var f ? (f.Documents, f.Net) : default);
        Assert.Empty((await scene.Ask(new ListTopCustomers(Day, Day), ChainScene.Person(ChainScene.Other))).Rows);
    }

    [Fact]
    public async Task Products_stand_by_their_lines_and_one_that_was_renamed_stays_one()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(Lines("P-1", SampleInvoices.Line("1", 2, 50) with { Name = "Lemn", ProductId = Product }, SampleInvoices.Line("2", 1, 30) with { Name = "Transport" }));
        await scene.Issue(Lines("P-2", SampleInvoices.Line("1", 3, 50) with { Name = "Lemn de foc", ProductId = Product }, SampleInvoices.Line("2", 1, 20) with { Name = "Transport", Unit = "HUR" }) with { IssuedOn = Day.AddMonths(1) });
        await scene.Issue(Lines("P-3", SampleInvoices.Line("1", 1, 50) with { Name = "Lemn", ProductId = Product }) with { Type = DocumentType.CreditNote });

        var list = await scene.Ask(new ListTopProducts(Day, Day.AddMonths(1)));
        Assert.Equal([(Product, "Lemn de foc", "H87", 4m, 200m), ((ProductId?)null, "Transport", "H87", 1m, 30m), (null, "Transport", "HUR", 1m, 20m)], list.Rows.Select(r => (r.Product, r.Name, r.Unit, r.Figures.Quantity, r.Figures.Net)));
        Assert.Equal((2, 1, 50m), (await scene.Ask(new ListTopProducts(Day, Day, Currency.Ron))).Rows[0].Figures is var f ? ((int)f.Lines, (int)f.Quantity, f.NetRon) : default);
    }

    [Fact]
    public async Task Sums_of_customers_and_products_that_do_not_hold_are_found_and_counted_anew()
    {
        await using var scene = await ReportScene.Open(cluster);
        await scene.Issue(To("Alfa SRL", "18547290", "A-1", 200));
        await scene.Send(new WatchReports());
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, "update invoicing.customer_months set net = net + 0.01; delete from invoicing.product_months"));
        Assert.Equal([new("customers", new(2026, 10, 1), Currency.Ron), new("products", new(2026, 10, 1), Currency.Ron)], await scene.Ask(new CheckReports()));
        Assert.Equal("report.drifted", await scene.Refusal(new WatchReports()));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, $"select invoicing.recount_sold('{ChainScene.Tenant.Value}')"));
        await scene.Send(new WatchReports());
    }

    static Buyer Of(string name, string number) => SampleInvoices.Company with { Name = name, LegalId = number, VatId = number.StartsWith("RO", StringComparison.Ordinal) ? number : "RO" + number };

    static InvoiceDocument To(string name, string number, string invoice, decimal net) => Lines(invoice, SampleInvoices.Line("1", 1, net)) with { Buyer = Of(name, number) };

    static InvoiceDocument Lines(string invoice, params InvoiceLine[] lines) => SampleInvoices.Of(Currency.Ron, lines) with { Number = invoice, IssuedOn = Day };
}
