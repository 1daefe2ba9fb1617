using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>What a person is in one company. A shared table: it says which fences a person may enter.</summary>
sealed class Membership
{
    public Guid UserId { get; init; }

    public TenantId TenantId { get; init; }

    /// <summary>Names of built-in roles and ids (rol_…) of the company's own.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>People with the same team see each other's invoices where a permission reaches that far.</summary>
    public string? Team { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SuspendedAt { get; set; }

    public bool IsOwner => Roles.Contains(Access.Roles.Owner);

    sealed class Mapped : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> table)
        {
            table.ToTable("memberships");
            table.HasKey(m => new { m.UserId, m.TenantId });
            table.Property(m => m.Roles).AsJson();
            table.Property(m => m.Team).HasMaxLength(60);
            table.Ignore(m => m.IsOwner);
            table.HasIndex(m => m.TenantId);
        }
    }
}
