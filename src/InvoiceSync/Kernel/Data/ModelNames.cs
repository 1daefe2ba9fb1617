using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InvoiceSync.Kernel.Data;

/// <summary>Names in the database: a schema a module, plural snake_case tables (given), snake_case columns, JSON in the dialect's type.</summary>
static class ModelNames
{
    public const string Json = "InvoiceSync:Json";
    public const string Searched = "InvoiceSync:Searched";

    public static void Apply(ModelBuilder model, IDialect dialect)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetSchema(Schema(entity.ClrType));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.FindAnnotation(Searched) is not null) property.SetCollation(dialect.SearchCollation);
                if (property.FindAnnotation(Json) is null) continue;
                property.SetColumnType(dialect.JsonType);
                property.SetMaxLength(null);
            }

            foreach (var key in entity.GetKeys()) key.SetName(Named(key.IsPrimaryKey() ? "pk" : "ak", entity, key.Properties));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Named("ix", entity, index.Properties));
            foreach (var key in entity.GetForeignKeys()) key.SetConstraintName(Named("fk", entity, key.Properties));
        }
    }

    // InvoiceSync.Sync.Model.Sale → sync
    static string Schema(Type type) => Snake(type.Namespace!.Split('.')[1]);

    static string Named(string kind, IMutableEntityType entity, IEnumerable<IMutableProperty> columns)
    {
        var name = $"{kind}_{entity.GetTableName()}" + (kind == "pk" ? "" : "_" + string.Join('_', columns.Select(c => Snake(c.Name))));
        return name.Length <= 63 ? name : name[..63]; // PostgreSQL's limit
    }

    static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var at = 0; at < name.Length; at++)
        {
            if (at > 0 && char.IsUpper(name[at]) && !char.IsUpper(name[at - 1])) text.Append('_');
            text.Append(char.ToLower(name[at], CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
