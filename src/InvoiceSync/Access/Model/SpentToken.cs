using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A remember token that was exchanged for the next one. Whoever shows it again has copied it, or holds the copy's original.</summary>
sealed class SpentToken
{
    public required byte[] TokenHash { get; init; }

    public SessionId Session { get; init; }

    public DateTimeOffset At { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<SpentToken>
    {
        public void Configure(EntityTypeBuilder<SpentToken> table)
        {
            table.ToTable("spent_tokens");
            table.HasKey(s => s.TokenHash);
            table.Property(s => s.TokenHash).HasMaxLength(32);
            table.HasIndex(s => s.Session);
        }
    }
}
