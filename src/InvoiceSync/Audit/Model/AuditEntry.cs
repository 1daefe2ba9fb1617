using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>One thing one caller did to one row.</summary>
sealed class AuditEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public AuditEntryId Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public string? Subject { get; init; }

    public required IReadOnlyList<string> Changes { get; init; }

    public required string CorrelationId { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> table)
        {
            table.TenantRow("entries", e => e.Id);
            table.Property(e => e.Changes).AsJson();
            table.HasIndex(e => new { e.TenantId, e.At, e.Id }).IsDescending(false, true, true);
        }
    }
}

static class AuditTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
