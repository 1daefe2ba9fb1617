using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>Notices lost, late and overtaken.</summary>
public sealed class CatchUpTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Sales_whose_webhooks_were_all_lost_are_brought_by_catching_up()
    {
        var company = await Company.Create(portal, "lost-hooks");
        await portal.Send(company.Machine, new CatchUp());
        await portal.Practice.Post("faults", new { target = "webhooks", kind = "drop" });
        var sold = await portal.Practice.Sell(company.Slug, "company", 3);
        Assert.Empty(await Sales.All(portal, company.Viewer));

        await portal.Send(company.Machine, new CatchUp());
        foreach (var id in sold) await Sales.Settled(portal, company, id, SaleState.Accepted);
        await portal.Practice.NoFaults();
    }

    [Fact]
    public async Task An_answer_overtaken_by_a_newer_one_changes_nothing()
    {
        var company = await Company.Create(portal, "overtaken");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        var sale = await Sales.Settled(portal, company, id, SaleState.Accepted);
        var (connection, source) = await Mirror(company, sale.Id);
        var older = await portal.Send(company.Machine, new DrawTicket(connection, source.Key));
        var newer = await portal.Send(company.Machine, new DrawTicket(connection, source.Key));
        Assert.True(newer > older);

        await Record(newer, "The newer name");
        await Record(older, "The stale name");
        Assert.Equal("The newer name", await Name());
        await Record(await portal.Send(company.Machine, new DrawTicket(connection, source.Key)), "The newest name");
        Assert.Equal("The newest name", await Name());

        // The portal reads the sale as well; who loses that race tries again, as the queue does.
        async Task Record(long ticket, string name)
        {
            var record = new RecordSale(connection, source.Key, ticket, source with { Customer = source.Customer with { Name = name, BusinessName = null } }, TimeProvider.System.GetUtcNow());
            await Eventually.Seen(() => portal.As(company.Machine, d => d.Send(record, TestContext.Current.CancellationToken)), r => r.IsOk);
        }

        async Task<string> Name() => (await portal.Ask(company.Viewer, new ListSales(Search: id))).Rows[0].CustomerName;
    }

    [Fact]
    public async Task A_charge_keeps_the_number_it_was_given_when_it_is_read_again()
    {
        var company = await Company.Create(portal, "read-again");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "charge"));
        var before = await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal("S-000001", before.Number);

        var (connection, source) = await Mirror(company, before.Id);
        var ticket = await portal.Send(company.Machine, new DrawTicket(connection, source.Key));
        await portal.Send(company.Machine, new RecordSale(connection, source.Key, ticket, source, TimeProvider.System.GetUtcNow()));
        Assert.Equal("S-000001", (await portal.Ask(company.Viewer, new ListSales(Search: id))).Rows[0].Number);
    }

    async Task<(Tenancy.ConnectionId Connection, SourceSale Source)> Mirror(Company company, SaleId sale)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = portal.Services.GetRequiredService<DatabaseFactory>().Open(DbScope.Of(company.Id));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Scope, ct);
        var connection = await db.Set<Sale>().Where(s => s.Id == sale).Select(s => s.ConnectionId).SingleAsync(ct);
        return (connection, (await db.Set<SaleMirror>().AsNoTracking().SingleAsync(m => m.Id == sale, ct)).Source);
    }
}
