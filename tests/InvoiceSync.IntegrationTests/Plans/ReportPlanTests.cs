using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.PostgreSql;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>How PostgreSQL answers the reports where twenty companies have invoices: from the sums of the days asked for, never from the invoices and never by reading a table through.</summary>
public sealed class ReportPlanTests(TestCluster cluster) : IAsyncLifetime
{
    const int Rows = 20_000;
    static readonly DateOnly First = new(2026, 10, 1);

    readonly AskedSql asked = new();
    TestDatabase database = default!;
    ServiceProvider services = default!;
    TenantId big;
    TenantId small;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PortalTemplate.Database(cluster);
        services = new ServiceCollection().AddLogging().AddInvoiceSync().AddSingleton(new MasterKey("test", new byte[32]))
            .AddPostgreSql(new(database.Owner, database.App, database.Platform)).AddSingleton<IInterceptor>(asked).BuildServiceProvider();
        (big, small) = await ReportsSeed.Plant(database.Owner, Rows, Ct) is [var first, var second, ..] ? (first, second) : default;
    }

    [Fact]
    public async Task A_report_is_answered_from_the_sums_of_its_days()
    {
        await Answered(d => d.Ask(new GetSalesReport(First, First.AddDays(30), ReportStep.Day), Ct), view => view.Rows.Count, "sales_days");
        await Answered(d => d.Ask(new GetSalesReport(First.AddYears(-1), First), Ct), view => view.Rows.Count, "sales_days");
        await Answered(d => d.Ask(new GetTaxReport(First, First.AddDays(30)), Ct), view => view.Rows.Count, "tax_days");
        await Answered(d => d.Ask(new GetTaxReport(First, First.AddDays(30), TaxBasis.Supply), Ct), view => view.Rows.Count, "tax_days");
        // All that is open of one company is asked for: of one that has little of the table, not of the one that has half of it.
        await Answered(d => d.Ask(new ListTopCustomers(First, First), Ct), view => view.Rows.Count, "customer_months");
        await Answered(d => d.Ask(new ListTopProducts(First, First), Ct), view => view.Rows.Count, "product_months");
        await Answered(d => d.Ask(new GetAgingReport(), Ct), view => view.Rows.Count, "due_days", small);
    }

    [Fact]
    public async Task The_debtors_are_found_by_the_index_of_what_is_open()
    {
        await Answered(d => d.Ask(new ListDebtors(Currency.Ron), Ct), view => view.Rows.Count, "invoices");
    }

    async Task Answered<T>(Func<IDispatcher, Task<Result<T>>> ask, Func<T, int> rows, string table, TenantId? who = null)
    {
        var answer = (await services.GetRequiredService<ScopedDispatch>().As(Caller.System(who ?? big, "test"), ask)).OrThrow();
        Assert.NotEqual(0, rows(answer));
        var plan = await asked.Plan(database.App, (who ?? big).Value, Ct);
        Assert.True(plan.Contains($" on {table}", StringComparison.Ordinal), plan);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await cluster.DropDatabase(database);
    }
}
