using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Kernel.Data;

/// <summary>How back rooms map their tables: tenant-led keys, version columns, documents as JSON.</summary>
static class Mapping
{
    /// <summary>A tenant's aggregate: key (tenant, id), version as concurrency token.</summary>
    public static void Aggregate<T, TId>(this EntityTypeBuilder<T> table, string name, Expression<Func<T, TId>> id) where T : Aggregate
    {
        table.TenantRow(name, id);
        table.Property(a => a.Version).IsConcurrencyToken();
        table.Ignore(a => a.Raised);
    }

    /// <summary>A tenant's plain row: key (tenant, id).</summary>
    public static void TenantRow<T, TId>(this EntityTypeBuilder<T> table, string name, Expression<Func<T, TId>> id) where T : class, ITenantOwned
    {
        var property = ((MemberExpression)id.Body).Member.Name;
        table.ToTable(name);
        table.HasKey(nameof(ITenantOwned.TenantId), property);
        table.Property(property).ValueGeneratedNever();
    }

    /// <summary>People search this text by its beginning: it is kept in the order the dialect's <see cref="IDialect.Beginning"/> relies on.</summary>
    public static PropertyBuilder<T> Searched<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(ModelNames.Searched, true);
        return property;
    }

    /// <summary>Keeps a whole immutable value as JSON.</summary>
    public static PropertyBuilder<TValue> AsJson<TValue>(this PropertyBuilder<TValue> property)
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, StoredJson.Options),
            text => JsonSerializer.Deserialize<TValue>(text, StoredJson.Options)!,
            // A document is replaced whole or not at all, so comparing what would be stored is enough.
            new ValueComparer<TValue>(
                (a, b) => JsonSerializer.Serialize(a, StoredJson.Options) == JsonSerializer.Serialize(b, StoredJson.Options),
                value => JsonSerializer.Serialize(value, StoredJson.Options).GetHashCode(StringComparison.Ordinal),
                value => value));
        property.Metadata.SetAnnotation(ModelNames.Json, true);
        return property;
    }
}
