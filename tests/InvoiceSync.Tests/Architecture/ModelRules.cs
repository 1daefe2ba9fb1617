using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InvoiceSync.Tests.Architecture;

/// <summary>What must hold of every table: behind a fence from key to foreign key, and in one module.</summary>
static class ModelRules
{
    const string Tenant = nameof(ITenantOwned.TenantId);

    public static IEnumerable<string> Unfenced(IModel model) =>
        from entity in model.GetEntityTypes()
        where IsFenced(entity)
        from complaint in Complaints(entity)
        select $"{entity.DisplayName()}: {complaint}";

    /// <summary>Tables that belong to no tenant.</summary>
    public static IEnumerable<string> Shared(IModel model) => model.GetEntityTypes().Where(entity => !IsFenced(entity)).Select(entity => $"{entity.GetSchema()}.{entity.GetTableName()}");

    public static IEnumerable<string> Joined(IModel model) =>
        from entity in model.GetEntityTypes()
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.GetSchema() != entity.GetSchema()
        select $"{entity.DisplayName()} points into {key.PrincipalEntityType.GetSchema()}";

    /// <summary>Names the dialect would cut to the same text.</summary>
    public static IEnumerable<string> Ambiguous(IModel model) =>
        from name in model.GetEntityTypes().SelectMany(entity => entity.GetIndexes().Select(index => $"{entity.GetSchema()}.{index.GetDatabaseName()}"))
        group name by name into same
        where same.Count() > 1
        select $"{same.Key} is the name of {same.Count()} indexes";

    // A part rides with its owner: it needs the key, and no filter of its own.
    static bool IsFenced(IEntityType entity) => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType) || entity.FindOwnership() is { } owner && IsFenced(owner.PrincipalEntityType);

    static IEnumerable<string> Complaints(IEntityType entity)
    {
        if (!entity.IsOwned() && entity.GetDeclaredQueryFilters().All(filter => filter.Key != TenantFilter.Name)) yield return "no tenant filter";
        if (entity.FindPrimaryKey()?.Properties[0].Name != Tenant) yield return "its key does not begin with the tenant";
        foreach (var index in entity.GetIndexes().Where(index => index.IsUnique && index.Properties[0].Name != Tenant))
            yield return $"the unique index {index.GetDatabaseName()} does not begin with the tenant";
        foreach (var key in entity.GetForeignKeys().Where(key => key.Properties[0].Name != Tenant || key.PrincipalKey.Properties[0].Name != Tenant))
            yield return $"the foreign key {key.GetConstraintName()} does not carry the tenant";
    }
}
