using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Webhooks.Model;

/// <summary>A public event with its numbers, which it got after its commit. Never changed; shown for 30 days.</summary>
sealed class FeedRow : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public long Sequence { get; init; }

    public Guid EventId { get; init; }

    public required string Type { get; init; }

    public required string ObjectType { get; init; }

    public required string ObjectId { get; init; }

    public long ObjectSequence { get; init; }

    public required string Data { get; init; }

    public DateTimeOffset At { get; init; }

    public FeedEvent Shown() => new(new(EventId), Type, At, Sequence, ObjectType, ObjectId, ObjectSequence, Data);

    sealed class Mapped : IEntityTypeConfiguration<FeedRow>
    {
        public void Configure(EntityTypeBuilder<FeedRow> table)
        {
            table.TenantRow("feed", r => r.Sequence);
            table.Property(r => r.Type).HasMaxLength(100).IsUnicode(false);
            table.Property(r => r.ObjectType).HasMaxLength(50).IsUnicode(false);
            table.Property(r => r.ObjectId).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.Data).HasMaxLength(65536);
            table.HasIndex(r => new { r.TenantId, r.EventId }).IsUnique();
            table.HasIndex(r => new { r.TenantId, r.ObjectId, r.ObjectSequence });
            table.HasIndex(r => new { r.TenantId, r.At });
        }
    }
}

static class FeedTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<FeedRow> Feed => db.Set<FeedRow>();

        public DbSet<FeedHead> FeedHeads => db.Set<FeedHead>();
    }
}
