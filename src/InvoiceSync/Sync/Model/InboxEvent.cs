using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>New until the sale was read after it came; Ignored says why in words.</summary>
enum InboxState
{
    New,
    Done,
    Ignored,
}

/// <summary>One notice of a provider, byte for byte, kept before it was answered. The key makes a second delivery a no-op.</summary>
sealed class InboxEvent : IForgettable
{
    public TenantId TenantId { get; init; }

    public ConnectionId ConnectionId { get; init; }

    public required string EventId { get; init; }

    public required string Via { get; init; }

    public required string Type { get; init; }

    public required string ObjectType { get; init; }

    public string? ObjectId { get; init; }

    public SaleKind? SaleKind { get; init; }

    public string? SaleSourceId { get; init; }

    public InboxState State { get; init; }

    public string? Why { get; init; }

    public string? ApiVersion { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public required byte[] Raw { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<InboxEvent>
    {
        public void Configure(EntityTypeBuilder<InboxEvent> table)
        {
            table.ToTable("inbox");
            table.HasKey(e => new { e.TenantId, e.ConnectionId, e.EventId });
            table.Property(e => e.EventId).IsUnicode(false);
            table.Property(e => e.ObjectId).IsUnicode(false);
            table.Property(e => e.SaleSourceId).IsUnicode(false);
            table.Property(e => e.Type).HasMaxLength(100).IsUnicode(false);
            table.Property(e => e.ObjectType).HasMaxLength(100).IsUnicode(false);
            table.Property(e => e.Via).HasMaxLength(16).IsUnicode(false);
            table.Property(e => e.Why).HasMaxLength(500);
            table.HasIndex(e => new { e.TenantId, e.SaleSourceId });
            table.HasIndex(e => new { e.TenantId, e.ObjectId });
        }
    }
}
