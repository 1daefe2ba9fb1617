using System.Reflection;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Takes the walls away one at a time: each must hold alone, and without both the leak must be seen, or the test sees nothing.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed class TwoWallsTests(TwoCompanies two)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_filter_the_policy_alone_lets_nothing_through()
    {
        var ready = await two.Ready();
        Assert.Equal(0, await RowsOfASeenByB(ready, ready.Database, filtered: false));
    }

    [Fact]
    public async Task Without_the_policy_the_filter_alone_lets_nothing_through_and_without_both_the_leak_is_seen()
    {
        var ready = await two.Ready();
        var scratch = ready.Scratch;
        foreach (var table in TenantTables.Names(ready.Portal.Services))
            await Databases.Database.Ask(scratch.Owner, $"alter table {table} disable row level security; alter table {table} no force row level security", Ct);

        Assert.Equal(0, await RowsOfASeenByB(ready, scratch, filtered: true));
        var kinds = TenantTables.Entities(ready.Portal.Services).Count(e => !e.IsOwned());
        Assert.True(await RowsOfASeenByB(ready, scratch, filtered: false) >= kinds, "With both walls down every table shows rows of A.");
    }

    [Fact]
    public async Task A_row_of_A_attached_by_its_key_is_not_written_by_B()
    {
        var ready = await two.Ready();
        await using var db = ready.Portal.Services.GetRequiredService<DatabaseFactory>().Open(DbScope.Of(ready.B.Id));
        await using var transaction = await Enter(db);
        var stub = ready.SalesOfA[0];
        var written = await db.Set<Sale>().IgnoreQueryFilters().Where(s => s.Id == stub.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.CustomerName, "taken"), Ct);
        Assert.Equal(0, written);

        var attached = db.Entry(Stub(stub.Id, ready.A.Id));
        attached.State = EntityState.Unchanged;
        attached.Property(s => s.CustomerName).CurrentValue = "taken";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Ct));
        Assert.Equal("tenant.mismatched", Assert.Throws<RuleBrokenException>(() => WriteFence.Guard(db)).Error.Code);
    }

    [Fact]
    public async Task Sixty_four_messages_of_two_companies_on_two_connections_never_mix()
    {
        var ready = await two.Ready();
        var narrow = ready.Database with { App = ready.Database.App + ";Maximum Pool Size=2", Platform = ready.Database.Platform + ";Maximum Pool Size=2" };
        await using var sources = new PostgreSqlSources(new(narrow.Owner, narrow.App, narrow.Platform));
        var factory = new DatabaseFactory(new PostgreSqlDialect(sources), []);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
        {
            var tenant = i % 2 == 0 ? ready.A.Id : ready.B.Id;
            await using var db = factory.Open(DbScope.Of(tenant));
            await using var transaction = await Enter(db);
            // Unfiltered: only the setting of this transaction stands between the two.
            var seen = await db.Set<Sale>().IgnoreQueryFilters().Select(s => s.TenantId).ToListAsync(Ct);
            return (tenant, seen);
        }));
        Assert.All(answers, a => Assert.All(a.seen, t => Assert.Equal(a.tenant, t)));
        Assert.All(answers, a => Assert.NotEmpty(a.seen));
    }

    static async Task<IDbContextTransaction> Enter(InvoiceSyncDb db)
    {
        var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.Dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Scope, Ct);
        return transaction;
    }

    static async Task<long> RowsOfASeenByB(TwoCompanies.Seeded ready, TestDatabase database, bool filtered)
    {
        await using var sources = new PostgreSqlSources(new(database.Owner, database.App, database.Platform));
        await using var db = new DatabaseFactory(new PostgreSqlDialect(sources), []).Open(DbScope.Of(ready.B.Id));
        await using var transaction = await Enter(db);
        long seen = 0;
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned))))
        {
            var count = typeof(TwoWallsTests).GetMethod(nameof(CountOfA), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity.ClrType);
            seen += await (Task<int>)count.Invoke(null, [db, ready.A.Id, filtered])!;
        }

        return seen;
    }

    static Task<int> CountOfA<T>(InvoiceSyncDb db, TenantId a, bool filtered) where T : class, ITenantOwned =>
        (filtered ? db.Set<T>() : db.Set<T>().IgnoreQueryFilters()).CountAsync(r => r.TenantId == a, Ct);

    static Sale Stub(InvoiceSync.Sync.SaleId id, TenantId tenant)
    {
        var sale = (Sale)Activator.CreateInstance(typeof(Sale), nonPublic: true)!;
        typeof(Sale).GetProperty(nameof(Sale.Id))!.SetValue(sale, id);
        typeof(Aggregate).GetProperty(nameof(Aggregate.TenantId))!.SetValue(sale, tenant);
        return sale;
    }
}
