using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A person's authenticator app. Wrong codes lock the app alone, never the account: a recovery code or a passkey still opens it.</summary>
sealed class SecondFactor
{
    public Guid UserId { get; init; }

    public required string Secret { get; set; }

    /// <summary>Null until the person has shown one right code.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The half minute of the last code that was taken: neither it nor an older one is taken again.</summary>
    public long LastStep { get; set; }

    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<SecondFactor>
    {
        public void Configure(EntityTypeBuilder<SecondFactor> table)
        {
            table.ToTable("second_factors");
            table.HasKey(f => f.UserId);
            table.Property(f => f.UserId).ValueGeneratedNever();
        }
    }
}
