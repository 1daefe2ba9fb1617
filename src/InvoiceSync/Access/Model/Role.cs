using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A role a company made for itself: what it inherits from others, what it adds, and how far it goes.</summary>
sealed class Role : Aggregate
{
    public const int LongestName = 60;

    public RoleId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Permission keys added to those inherited.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = [];

    /// <summary>Built-in names and ids of other own roles.</summary>
    public IReadOnlyList<string> Inherits { get; set; } = [];

    public Limits Limits { get; set; } = Limits.None;

    public DateTimeOffset CreatedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<Role>
    {
        public void Configure(EntityTypeBuilder<Role> table)
        {
            table.Aggregate("roles", r => r.Id);
            table.Property(r => r.Name).HasMaxLength(LongestName);
            table.Property(r => r.Permissions).AsJson();
            table.Property(r => r.Inherits).AsJson();
            table.Property(r => r.Limits).AsJson();
            table.HasIndex(r => new { r.TenantId, r.Name }).IsUnique();
        }
    }
}
