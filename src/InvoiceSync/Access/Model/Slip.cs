using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

enum SlipFor
{
    PasswordReset,
    EmailChange,
    SecondStep,
    Passkey,
}

/// <summary>
/// Leave to do one thing once: the secret is in a mail or a short-lived cookie, we keep its hash. It dies with the security
/// stamp it was made under, so a change of password or e-mail address ends all that were made before.
/// </summary>
sealed class Slip
{
    public Guid Id { get; init; }

    /// <summary>Empty for a slip that was made for nobody, so that an unknown address costs the same work.</summary>
    public Guid UserId { get; init; }

    public SlipFor For { get; init; }

    public required byte[] TokenHash { get; init; }

    public required string Stamp { get; init; }

    public string Data { get; init; } = "";

    public int Tries { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<Slip>
    {
        public void Configure(EntityTypeBuilder<Slip> table)
        {
            table.ToTable("slips");
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.TokenHash).HasMaxLength(32);
            table.Property(s => s.Data).HasMaxLength(8000);
            table.HasIndex(s => s.TokenHash).IsUnique();
            table.HasIndex(s => new { s.UserId, s.For, s.CreatedAt });
            table.HasIndex(s => s.EndsAt);
        }
    }
}
