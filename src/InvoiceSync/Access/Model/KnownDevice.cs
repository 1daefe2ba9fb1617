using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A browser a person has signed in from, known by a cookie of its own. It may still try when strangers have locked the account.</summary>
sealed class KnownDevice
{
    public Guid UserId { get; init; }

    public required byte[] TokenHash { get; init; }

    public int Failures { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<KnownDevice>
    {
        public void Configure(EntityTypeBuilder<KnownDevice> table)
        {
            table.ToTable("known_devices");
            table.HasKey(d => new { d.UserId, d.TokenHash });
            table.Property(d => d.TokenHash).HasMaxLength(32);
        }
    }
}
