using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>An address of pages that may call the API in a browser with a key of this company.</summary>
sealed class WebOrigin : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>As a browser says it in Origin.</summary>
    public required string Origin { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<WebOrigin>
    {
        public void Configure(EntityTypeBuilder<WebOrigin> table)
        {
            table.ToTable("web_origins");
            table.HasKey(o => new { o.TenantId, o.Origin });
            table.Property(o => o.Origin).HasMaxLength(Origins.Longest).IsUnicode(false);
            table.HasIndex(o => o.Origin);
        }
    }
}

static class WebOriginTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<WebOrigin> WebOrigins => db.Set<WebOrigin>();
    }
}
