using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>One link of a tenant's chain, for reading: rows come into being in the database's own procedure.</summary>
sealed class ChainEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public long Seq { get; init; }

    public AuditEntryId Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string EventType { get; init; }

    public required string ActorType { get; init; }

    public required string ActorId { get; init; }

    public required byte[] ActorName { get; init; }

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required string Action { get; init; }

    public required string Status { get; init; }

    public required string Metadata { get; init; }

    public required string Changes { get; init; }

    public required byte[] IpAddress { get; init; }

    public required byte[] UserAgent { get; init; }

    public required string RequestId { get; init; }

    public required string Subject { get; init; }

    public required byte[] AddressMark { get; init; }

    public required byte[] Payload { get; init; }

    public required byte[] Prev { get; init; }

    public required byte[] Hash { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ChainEntry>
    {
        public const int Largest = 65536;

        public void Configure(EntityTypeBuilder<ChainEntry> table)
        {
            table.ToTable("log");
            // The time leads the id: PostgreSQL parts the table by month, and a key must hold what it is parted by.
            table.HasKey(e => new { e.TenantId, e.CreatedAt, e.Id });
            table.Property(e => e.Metadata).HasMaxLength(Largest);
            table.Property(e => e.Changes).HasMaxLength(Largest);
            table.Property(e => e.ActorType).HasMaxLength(16);
            table.Property(e => e.Status).HasMaxLength(16);
            table.HasIndex(e => new { e.TenantId, e.Seq });
            table.HasIndex(e => new { e.TenantId, e.ActorId, e.CreatedAt, e.Id });
            table.HasIndex(e => new { e.TenantId, e.ResourceId, e.CreatedAt, e.Id });
            table.HasIndex(e => new { e.TenantId, e.EventType, e.CreatedAt, e.Id });
            // Nearly all is ok: those are met in the order of time. Only what was refused or failed is worth an index.
            table.HasIndex(e => new { e.TenantId, e.Status, e.CreatedAt, e.Id }).HasFilter("status <> 'ok'");
            table.HasIndex(e => new { e.TenantId, e.AddressMark, e.CreatedAt, e.Id });
        }
    }
}

static class AuditTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<ChainEntry> AuditEntries => db.Set<ChainEntry>();

        public DbSet<ChainHead> ChainHeads => db.Set<ChainHead>();

        public DbSet<PersonKey> PersonKeys => db.Set<PersonKey>();

        public DbSet<Checkpoint> Checkpoints => db.Set<Checkpoint>();

        public DbSet<Anchored> Anchored => db.Set<Anchored>();

        public DbSet<ArchivedMonth> ArchivedMonths => db.Set<ArchivedMonth>();
    }
}
