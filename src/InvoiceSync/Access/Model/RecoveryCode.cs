using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>One of ten codes for the day the authenticator app is lost. Eighty random bits, so a plain hash of it is enough.</summary>
sealed class RecoveryCode
{
    public Guid UserId { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> table)
        {
            table.ToTable("recovery_codes");
            table.HasKey(c => new { c.UserId, c.Hash });
            table.Property(c => c.Hash).HasMaxLength(32);
        }
    }
}
