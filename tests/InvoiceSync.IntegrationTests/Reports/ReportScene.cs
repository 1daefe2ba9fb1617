using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>A company with invoices on a database of its own, and what its reports must say, added up from the documents.</summary>
sealed class ReportScene(ChainScene chain) : IAsyncDisposable
{
    public static readonly DateOnly From = SampleInvoices.Today.AddDays(-400);
    public static readonly DateOnly To = SampleInvoices.Today.AddDays(40);

    public TestDatabase Database => chain.Database;

    public static Caller Clerk => ChainScene.Person(ChainScene.Tenant);

    /// <summary>Its company has a calendar.</summary>
    public static async Task<ReportScene> Open(TestCluster cluster)
    {
        var scene = new ReportScene(await ChainScene.Open(cluster));
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, $"insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ('{ChainScene.Tenant.Value}', 'alfa', 'Alfa', 'Practice', 'Europe/Bucharest', now())"));
        return scene;
    }

    /// <summary>Of many who begin a series or a day at once some are told to come again, as a program would.</summary>
    public async Task<InvoiceId> Issue(InvoiceDocument document, string source = "stripe", Caller? caller = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var issued = await chain.Send(caller ?? Clerk, new IssueInvoice(new(source, "acct_1", true, "invoice", document.Number), document));
            if (issued.Error is not { Kind: ErrorKind.Conflict or ErrorKind.Unavailable } || attempt == 10) return issued.OrThrow();
        }
    }

    public async Task<T> Send<T>(ICommand<T> command) => (await chain.Send(Clerk, command)).OrThrow();

    public async Task<string?> Refusal<T>(ICommand<T> command) => (await chain.Send(Clerk, command)).Error?.Code;

    public Task<T> Ask<T>(IQuery<T> query, Caller? caller = null) => chain.Ask(caller ?? Clerk, query);

    /// <summary>Every report says what its documents say, and the database's own recount agrees.</summary>
    public async Task Holds(IReadOnlyCollection<Issued> issued)
    {
        var days = await Ask(new GetSalesReport(From, From.AddDays(366), ReportStep.Day));
        var late = await Ask(new GetSalesReport(From.AddDays(367), To, ReportStep.Day));
        Assert.Equal(Expected.Sales(issued, d => d), Rows(days).Concat(Rows(late)));
        var months = await Ask(new GetSalesReport(From, To));
        Assert.Equal(Expected.Sales(issued, d => new(d.Year, d.Month, 1)), Rows(months));
        foreach (var total in months.Totals) Assert.Equal(Expected.Gross(issued, total.Currency), total.Figures.Gross);

        var tax = await Ask(new GetTaxReport(From, To));
        Assert.Equal(Expected.Tax(issued), tax.Rows.Select(r => (r.Currency.Code, r.Category, r.Rate, r.Documents, r.Figures)));
        Assert.Equal(months.Totals.Sum(t => t.Figures.VatRon), tax.TaxRon);
        Assert.Equal(months.Totals.Sum(t => t.Figures.NetRon), tax.TaxableRon);
        foreach (var month in issued.Select(i => Expected.Supplied(i.Document)).Distinct())
        {
            var supplied = await Ask(new GetTaxReport(month, month, TaxBasis.Supply));
            Assert.Equal(Expected.Tax([.. issued.Where(i => Expected.Supplied(i.Document) == month)]), supplied.Rows.Select(r => (r.Currency.Code, r.Category, r.Rate, r.Documents, r.Figures)));
        }

        foreach (var total in months.Totals)
        {
            var f = total.Figures;
            Assert.Equal((f.Documents, f.Gross, f.NetRon), (await Sum("documents", "customer_months", total.Currency), await Sum("gross", "customer_months", total.Currency), await Sum("net_ron", "customer_months", total.Currency)));
            Assert.Equal(Expected.Lines(issued, total.Currency), (await Sum("lines", "product_months", total.Currency), await Sum("net", "product_months", total.Currency)));
        }

        Assert.Empty(await Ask(new CheckReports()));
    }

    async Task<decimal> Sum(string column, string table, Currency currency) => (decimal)(await Databases.Database.Ask(
        Database.Platform, $"select sum({column})::numeric from invoicing.{table} where currency = '{currency}'", TestContext.Current.CancellationToken))!;

    public ValueTask DisposeAsync() => chain.DisposeAsync();

    static IEnumerable<(DateOnly, string, string, SalesFigures)> Rows(GetSalesReport.View view) => view.Rows.Select(r => (r.Start, r.Currency.Code, r.Source, r.Figures));
}
