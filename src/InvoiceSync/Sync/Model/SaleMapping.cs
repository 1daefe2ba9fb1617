using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

sealed class SaleMapping : IEntityTypeConfiguration<Sale>
{
    public void Configure(EntityTypeBuilder<Sale> table)
    {
        table.Aggregate("sales", s => s.Id);
        table.Property(s => s.AccountId).IsUnicode(false);
        table.Property(s => s.SourceId).Searched().IsUnicode(false);
        table.Property(s => s.Number).Searched();
        table.Property(s => s.SearchName).Searched();
        table.Property(s => s.CustomerEmail).Searched();
        table.Property(s => s.CustomerId).IsUnicode(false);
        table.Property(s => s.Owner).HasMaxLength(64).IsUnicode(false);
        table.Property(s => s.ReasonCode).HasMaxLength(100).IsUnicode(false);
        table.Property(s => s.Reason).HasMaxLength(1000);
        table.HasIndex(s => new { s.TenantId, s.AccountId, s.Live, s.Kind, s.SourceId }).IsUnique();
        table.HasIndex(s => new { s.TenantId, s.SoldAt, s.Id }).IsDescending(false, true, true);
        table.HasIndex(s => new { s.TenantId, s.Owner, s.SoldAt, s.Id }).IsDescending(false, false, true, true);
        table.HasIndex(s => new { s.TenantId, s.State, s.SoldAt, s.Id }).IsDescending(false, false, true, true);
        table.HasIndex(s => new { s.TenantId, s.State, s.FileBy });
        table.HasIndex(s => new { s.TenantId, s.InvoiceId });
        table.HasIndex(s => new { s.TenantId, s.SearchName });
        table.HasIndex(s => new { s.TenantId, s.Number });
        table.HasIndex(s => new { s.TenantId, s.SourceId });
        table.HasIndex(s => new { s.TenantId, s.CustomerEmail });
    }
}

static class SyncTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Sale> Sales => db.Set<Sale>();

        public DbSet<SaleMirror> SaleMirrors => db.Set<SaleMirror>();

        public DbSet<InboxEvent> Inbox => db.Set<InboxEvent>();

        public DbSet<ReadTicket> ReadTickets => db.Set<ReadTicket>();

        public DbSet<BuyerCorrection> BuyerCorrections => db.Set<BuyerCorrection>();

        public DbSet<MappingSettings> MappingSettings => db.Set<MappingSettings>();

        public DbSet<MappedCustomer> MappedCustomers => db.Set<MappedCustomer>();

        public DbSet<SyncRun> SyncRuns => db.Set<SyncRun>();
    }
}
