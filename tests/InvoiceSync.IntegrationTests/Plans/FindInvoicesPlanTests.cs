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

/// <summary>The search box over twenty thousand invoices: each way of looking reads the first rows of one index, in its order, and stops.</summary>
public sealed class FindInvoicesPlanTests(TestCluster cluster) : IAsyncLifetime
{
    const int Rows = 20_000;

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
        // The sums of reports are not looked at here, and are kept behind each company's own fence.
        await Database.Ask(database.Owner, "alter table invoicing.invoices disable trigger user", Ct);
        tenant = await InvoicesSeed.Plant(services.GetRequiredService<PostgreSqlSources>().Platform, Rows);
        await Database.Ask(database.Owner, "analyze invoicing.invoices", Ct);
    }

    [Theory]
    [InlineData("FACT-2026", "ORDER BY i.number DESC", "ix_invoices_tenant_id_number")]
    [InlineData("CLIENT 4", "ORDER BY i.buyer_name", "ix_invoices_tenant_id_buyer_name")]
    [InlineData("CLIENT4@", "ORDER BY i.buyer_email", "ix_invoices_tenant_id_buyer_email")]
    public async Task Each_way_of_looking_is_the_beginning_of_one_index_already_in_order(string text, string way, string index)
    {
        var plan = await Plan(new FindInvoices(text), way);
        Assert.Contains($"using {index} on invoices", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(InvoiceFiling.Refused)]
    public async Task A_page_of_the_list_is_read_from_an_index(InvoiceFiling? filing)
    {
        var plan = await Plan(new ListOwnInvoices { Filter = new() { Filing = filing } }, "ORDER BY i.made_at DESC");
        Assert.Contains("ix_invoices_tenant_id", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        if (filing is null) Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_index_a_number_would_be_sorted_for_and_this_suite_would_see_it()
    {
        await Database.Ask(database.Owner, "drop index invoicing.ix_invoices_tenant_id_number", Ct);
        Assert.Contains("Sort", await Plan(new FindInvoices("FACT-2026"), "ORDER BY i.number DESC"), StringComparison.Ordinal);
    }

    async Task<string> Plan<T>(IQuery<T> question, string way)
    {
        asked.Only = way;
        (await services.GetRequiredService<ScopedDispatch>().As(Caller.System(tenant, "test"), d => d.Ask(question, Ct))).OrThrow();
        return await asked.Plan(database.App, tenant.Value, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await cluster.DropDatabase(database);
    }
}
