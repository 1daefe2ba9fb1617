using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>How much of one allowance a company has used in the span that runs. One row a key: taking a call is one update of it.</summary>
sealed class CallCount : IForgettable
{
    public TenantId TenantId { get; init; }

    /// <summary>Like anaf/calls or anaf/state/5000000001.</summary>
    public required string Id { get; init; }

    public int Used { get; init; }

    /// <summary>How many there were when the last one was taken.</summary>
    public int Most { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<CallCount>
    {
        public void Configure(EntityTypeBuilder<CallCount> table)
        {
            table.TenantRow("call_counts", c => c.Id);
            table.Property(c => c.Id).HasMaxLength(100).IsUnicode(false);
            table.HasIndex(c => new { c.TenantId, c.EndsAt });
        }
    }
}
