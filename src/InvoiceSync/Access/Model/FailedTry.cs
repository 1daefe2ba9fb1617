using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A wrong try from a network. Rows, not a counter: tries made at once never wait for each other and are all counted.</summary>
sealed class FailedTry
{
    public Guid Id { get; init; }

    public required string Network { get; init; }

    public DateTimeOffset At { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<FailedTry>
    {
        public void Configure(EntityTypeBuilder<FailedTry> table)
        {
            table.ToTable("failed_tries");
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Network).HasMaxLength(64);
            table.HasIndex(t => new { t.Network, t.At });
            table.HasIndex(t => t.At);
        }
    }
}
