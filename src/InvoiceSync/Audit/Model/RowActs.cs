using System.Globalization;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InvoiceSync.Audit.Model;

/// <summary>What a changed row tells of itself: sale.updated, with each field before and after. Documents and secrets are named, never copied.</summary>
static class RowActs
{
    const int Longest = 80;
    const string Id = "Id";

    public static Act Of(EntityEntry<Aggregate> entry)
    {
        var kind = Kind(entry.Metadata.ClrType.Name);
        var id = entry.Metadata.FindProperty(Id) is null ? "" : entry.Property(Id).CurrentValue?.ToString() ?? "";
        var happened = entry.State switch { EntityState.Added => "created", EntityState.Deleted => "deleted", _ => "updated" };
        return new($"{kind}.{happened}", kind, id) { Changes = entry.State is EntityState.Modified ? Changes(entry) : [] };
    }

    static List<Act.Change> Changes(EntityEntry entry) =>
        [.. entry.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Aggregate.Version)).Select(Change)];

    static Act.Change Change(PropertyEntry property) =>
        Text(property.OriginalValue) is { } was && Text(property.CurrentValue) is { } now ? new(property.Metadata.Name, was, now) : new(property.Metadata.Name);

    // Null when the value is not for copying: JSON, bytes, long texts.
    static string? Text(object? value) => value switch
    {
        null => "",
        string text => text.Length <= Longest ? text : null,
        DateTimeOffset at => at.ToString("u", CultureInfo.InvariantCulture),
        byte[] or System.Collections.IEnumerable => null,
        _ when value.GetType() is { IsValueType: true } => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // ApiKey → api_key
    public static string Kind(string type)
    {
        var text = new StringBuilder();
        foreach (var letter in type)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
