using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>What one person of a company chose to be told instead of what the company says. Their own matter, so no audit entry.</summary>
sealed class OwnNews : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>usr_…</summary>
    public string Person { get; init; } = "";

    public bool Finished { get; private set; }

    public bool Failed { get; private set; }

    public bool Summary { get; private set; }

    public NewsChoice Choice => new(Finished, Failed, Summary);

    public void Choose(NewsChoice choice) => (Finished, Failed, Summary) = choice;

    sealed class Mapped : IEntityTypeConfiguration<OwnNews>
    {
        public void Configure(EntityTypeBuilder<OwnNews> table)
        {
            table.TenantRow("own_news", n => n.Person);
            table.Ignore(n => n.Choice);
            table.Property(n => n.Person).HasMaxLength(64).IsUnicode(false);
        }
    }
}

static class NewsTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<NewsSettings> NewsSettings => db.Set<NewsSettings>();

        public DbSet<OwnNews> OwnNews => db.Set<OwnNews>();

        public DbSet<NewsPost> NewsPosts => db.Set<NewsPost>();
    }
}
