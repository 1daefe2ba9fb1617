using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Kernel.Work;

/// <summary>What happened, once and for all, written in the commit that made it true. Everything that follows hangs off this row.</summary>
public sealed class EventRow : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string CorrelationId { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<EventRow>
    {
        public void Configure(EntityTypeBuilder<EventRow> table)
        {
            table.TenantRow("events", e => e.Id);
            table.Property(e => e.Body).HasMaxLength(65536);
            table.HasIndex(e => new { e.TenantId, e.At });
        }
    }
}
