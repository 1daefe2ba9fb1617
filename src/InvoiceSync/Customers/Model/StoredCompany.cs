using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Customers.Model;

/// <summary>The register's last word on a company, kept so that it is asked once a day and not at every look.</summary>
sealed class StoredCompany : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Cui { get; init; }

    public CompanyRecord Record { get; set; } = default!;

    public DateTimeOffset AskedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<StoredCompany>
    {
        public void Configure(EntityTypeBuilder<StoredCompany> table)
        {
            table.TenantRow("registered_companies", c => c.Cui);
            table.Property(c => c.Cui).HasMaxLength(10).IsUnicode(false);
            table.Property(c => c.Record).AsJson();
        }
    }
}

static class RegistryTables
{
    extension(InvoiceSyncDb db) { public DbSet<StoredCompany> StoredCompanies => db.Set<StoredCompany>(); }
}
