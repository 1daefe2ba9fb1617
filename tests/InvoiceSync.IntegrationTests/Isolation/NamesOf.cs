using System.Reflection;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>By what the rows of a company can be named: one typed id of each kind, its sales' ids at Stripe, its open authorisation.</summary>
static class NamesOf
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Real names of the company, by id type or parameter name.</summary>
    public static async Task<IReadOnlyDictionary<string, object>> Rows(TwoCompanies.Seeded ready, Company company)
    {
        var named = new Dictionary<string, object> { [nameof(TenantId)] = company.Id };
        foreach (var (id, table, column) in Ids(ready.Portal.Services))
        {
            var value = await Database.Ask(ready.Database.Platform, $"select {column} from {table} where tenant_id = '{company.Id.Value}' limit 1", Ct);
            if (value is Guid key) named[id.Name] = From(id, key);
        }

        var sale = ready.SalesOfA.First(s => s is { State: SaleState.Accepted, Kind: SaleKind.Invoice });
        (named[nameof(SaleId)], named["Id"], named["ObjectId"]) = (sale.Id, sale.SourceId, sale.SourceId);
        (named["State"], named["MessageId"]) = (ready.StateOfA, "canary-message");
        named[nameof(InvoiceSync.Invoicing.InvoiceId)] = sale.Invoice!.Value;
        named[Messages.Draft] = From(typeof(InvoiceSync.Invoicing.InvoiceId), (Guid)(await Database.Ask(ready.Database.Platform, $"select id from invoicing.drafts where tenant_id = '{company.Id.Value}' limit 1", Ct))!);
        return named;
    }

    /// <summary>The same kinds of names, which nobody has.</summary>
    public static IReadOnlyDictionary<string, object> Nobody(IReadOnlyDictionary<string, object> like) => like.ToDictionary(
        n => n.Key,
        n => Messages.IsId(n.Value.GetType()) ? From(n.Value.GetType(), Guid.CreateVersion7(TimeProvider.System.GetUtcNow())) : "nobody-" + Random.Shared.Next());

    static IEnumerable<(Type Id, string Table, string Column)> Ids(IServiceProvider services) =>
        from entity in TenantTables.Entities(services)
        from property in entity.GetProperties()
        where Messages.IsId(property.ClrType) && property.ClrType != typeof(TenantId)
        let column = property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema()))
        group (property.ClrType, $"{entity.GetSchema()}.{entity.GetTableName()}", column) by property.ClrType into ofType
        select ofType.OrderBy(p => p.column == "id" ? 0 : 1).First();

    static object From(Type id, Guid value) => id.GetMethod("From", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [value])!;
}
