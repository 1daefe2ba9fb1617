using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A key of the web framework's data protection (antiforgery, protected state), shared by all nodes.</summary>
sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> table)
        {
            table.ToTable("protection_keys");
            table.HasKey(k => k.Name);
            table.Property(k => k.Xml).HasMaxLength(8000);
        }
    }
}
