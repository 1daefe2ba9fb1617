using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>How PostgreSQL answers the sales list over twenty thousand sales: from an index in the list's order, never by reading and sorting the table.</summary>
public sealed class SalesListPlanTests(TestCluster cluster) : IAsyncLifetime
{
    const int Rows = 20_000;
    static readonly PageKey Middle = new(new(2020, 1, 6, 0, 0, 0, TimeSpan.Zero), Guid.Empty);

    readonly AskedSql asked = new();
    TestDatabase database = default!;
    ServiceProvider services = default!;
    TenantId tenant;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PortalTemplate.Database(cluster);
        services = new ServiceCollection().AddLogging().AddInvoiceSync().AddSingleton(new MasterKey("test", new byte[32]))
            .AddPostgreSql(new(database.Owner, database.App, database.Platform)).AddSingleton<IInterceptor>(asked).BuildServiceProvider();
        tenant = await SalesSeed.Plant(services.GetRequiredService<PostgreSqlSources>().Platform, Rows);
        await Database.Ask(database.Owner, "analyze sync.sales", Ct);
    }

    [Theory]
    [InlineData(null, false, "ix_sales_tenant_id_sold_at_id")]
    [InlineData(null, true, "ix_sales_tenant_id_sold_at_id")]
    [InlineData(SaleState.Parked, false, "ix_sales_tenant_id_state_sold_at_id")]
    [InlineData(SaleState.Parked, true, "ix_sales_tenant_id_state_sold_at_id")]
    public async Task A_page_is_one_stretch_of_the_index_already_in_order(SaleState? state, bool deep, string index)
    {
        var plan = await Plan(new(State: state, After: deep ? Middle : null), rows: 50);

        Assert.Contains($"Index Scan using {index} on sales", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        if (deep) Assert.Matches(@"Index Cond: .*ROW\(sold_at, id\) < ROW", plan);
    }

    [Theory]
    [InlineData("client 4242", "search_name", 4)]
    [InlineData("F1999", "number", 5)]
    [InlineData("in_1999", "source_id", 5)]
    [InlineData("client4242@", "customer_email", 4)]
    public async Task A_search_by_the_beginning_goes_by_the_indexes_behind_the_wall_too(string search, string column, int rows)
    {
        var plan = await Plan(new(Search: search), rows);

        Assert.Contains($"Bitmap Index Scan on ix_sales_tenant_id_{column}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.Matches($@"Index Cond: .*{column}.* >= .*{column}.* < ", plan);
    }

    [Fact]
    public async Task Without_its_index_the_page_would_be_sorted_and_this_suite_would_see_it()
    {
        await Database.Ask(database.Owner, "drop index sync.ix_sales_tenant_id_sold_at_id; drop index sync.ix_sales_tenant_id_state_sold_at_id", Ct);

        Assert.Contains("Sort", await Plan(new(), rows: 50), StringComparison.Ordinal);
    }

    async Task<string> Plan(ListSales question, int rows)
    {
        var page = (await services.GetRequiredService<ScopedDispatch>().As(Caller.System(tenant, "test"), d => d.Ask(question, Ct))).OrThrow();
        Assert.Equal(rows, page.Rows.Count);
        return await asked.Plan(database.App, tenant.Value, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await cluster.DropDatabase(database);
    }
}
