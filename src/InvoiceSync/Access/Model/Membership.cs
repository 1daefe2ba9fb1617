using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A person's role in one company. A shared table: it says which fences a person may enter.</summary>
sealed class Membership
{
    public Guid UserId { get; init; }

    public TenantId TenantId { get; init; }

    public required string Role { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> table)
        {
            table.ToTable("memberships");
            table.HasKey(m => new { m.UserId, m.TenantId });
            table.Property(m => m.Role).HasMaxLength(32);
            table.HasIndex(m => m.TenantId);
        }
    }
}
