using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Customers.Model;

/// <summary>Our own company as it goes onto every invoice; one a tenant.</summary>
sealed class CompanyProfile : Aggregate, INoticed
{
    /// <summary>There is one profile, so its id says nothing.</summary>
    public const string Only = "profile";

    public string Id { get; private init; } = Only;

    public required Seller Seller { get; set; }

    public string NoticeTopic => "company";

    public Guid NoticeId => Guid.Empty;

    sealed class Mapped : IEntityTypeConfiguration<CompanyProfile>
    {
        public void Configure(EntityTypeBuilder<CompanyProfile> table)
        {
            table.Aggregate("company_profiles", p => p.Id);
            table.Property(p => p.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(p => p.Seller).AsJson();
        }
    }
}

static class CustomerTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<CompanyProfile> CompanyProfiles => db.Set<CompanyProfile>();

        public DbSet<Customer> Customers => db.Set<Customer>();

        public DbSet<Product> Products => db.Set<Product>();
    }
}
