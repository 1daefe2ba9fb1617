using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A WebAuthn credential: the public half of a key pair whose private half never leaves the person's device.</summary>
sealed class Passkey
{
    public PasskeyId Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Credential ids may be longer than an index takes.</summary>
    public required byte[] CredentialHash { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    public required string Name { get; set; }

    public required string Transports { get; init; }

    public long SignCount { get; set; }

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> table)
        {
            table.ToTable("passkeys");
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.CredentialHash).HasMaxLength(32);
            table.Property(p => p.CredentialId).HasMaxLength(1023);
            table.Property(p => p.PublicKey).HasMaxLength(2000);
            table.HasIndex(p => p.CredentialHash).IsUnique();
            table.HasIndex(p => p.UserId);
        }
    }
}
