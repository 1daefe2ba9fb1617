using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InvoiceSync.Audit.Model;

/// <summary>Writes one entry for each aggregate a commit changes. Documents and secrets are named, never copied.</summary>
sealed class AuditTrail(TimeProvider time) : ISavingStep
{
    const int Longest = 80;

    public void BeforeSave(InvoiceSyncDb db, Caller caller, string action)
    {
        var now = time.GetUtcNow();
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            db.Add(new AuditEntry
            {
                TenantId = entry.Entity.TenantId,
                Id = time.New<AuditEntryId>(),
                At = now,
                Actor = caller.Actor,
                Action = action,
                Subject = entry.Property("Id").CurrentValue?.ToString(),
                Changes = Changes(entry),
                CorrelationId = caller.CorrelationId,
            });
        }
    }

    static List<string> Changes(EntityEntry entry) =>
        entry.State is not EntityState.Modified
            ? [entry.State == EntityState.Added ? "created" : "deleted"]
            : [.. entry.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Aggregate.Version)).Select(Change)];

    static string Change(PropertyEntry property) =>
        Text(property.OriginalValue) is { } was && Text(property.CurrentValue) is { } now
            ? $"{property.Metadata.Name}: {was} → {now}"
            : $"{property.Metadata.Name}: changed";

    // Null when the value is not for copying: JSON, bytes, long texts.
    static string? Text(object? value) => value switch
    {
        null => "–",
        string text => text.Length <= Longest ? text : null,
        byte[] or System.Collections.IEnumerable => null,
        _ when value.GetType() is { IsValueType: true } => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
