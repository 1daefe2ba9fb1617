using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Tenancy.Model;

/// <summary>One company. A shared table: it has to be found by its slug before anybody is inside a fence.</summary>
sealed class Tenant
{
    public TenantId Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public TenantMode Mode { get; init; }

    public required string Zone { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Calls of the public API an API client has in an hour; null is the installation's default. Who runs the installation sets it.</summary>
    public int? RequestsPerHour { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<Tenant>
    {
        public void Configure(EntityTypeBuilder<Tenant> table)
        {
            table.ToTable("tenants", t => t.HasCheckConstraint("ck_tenants_requests_per_hour", "requests_per_hour between 1 and 1000000"));
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Slug).HasMaxLength(40).IsUnicode(false);
            table.HasIndex(t => t.Slug).IsUnique();
        }
    }
}

static class TenantTables
{
    extension(Kernel.Data.InvoiceSyncDb db)
    {
        public DbSet<Tenant> Tenants => db.Set<Tenant>();

        public DbSet<Connection> Connections => db.Set<Connection>();

        public DbSet<VaultKey> VaultKeys => db.Set<VaultKey>();

        public DbSet<SecretRead> SecretReads => db.Set<SecretRead>();
    }
}
