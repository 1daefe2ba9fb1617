using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

sealed class FilingMapping : IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Filing> table)
    {
        table.Aggregate("filings", f => f.Id);
        table.Ignore(f => f.Latest);
        table.Property(f => f.Provider).HasMaxLength(32).IsUnicode(false);
        table.Property(f => f.Waiting).HasMaxLength(Filing.LongestWaiting);
        table.HasIndex(f => new { f.TenantId, f.InvoiceId }).IsUnique();
        table.OwnsMany(f => f.Attempts, attempts =>
        {
            attempts.ToTable("filing_attempts", "fiscal");
            attempts.WithOwner().HasForeignKey("TenantId", "FilingId");
            attempts.HasKey("TenantId", "FilingId", nameof(FilingAttempt.Number));
            attempts.Property(a => a.Number).ValueGeneratedNever();
            attempts.Property(a => a.Index).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.DownloadId).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.XmlSha256).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.Answers).AsJson();
            attempts.Property(a => a.Problems).AsJson();
            // At most one attempt of an invoice is alive, whatever two workers think at once.
            attempts.HasIndex("TenantId", "FilingId").IsUnique().HasFilter("state <> 'Refused'").HasDatabaseName("ux_filing_attempts_alive");
            attempts.HasIndex("TenantId", nameof(FilingAttempt.Index));
        });
    }
}

static class FiscalTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Filing> Filings => db.Set<Filing>();

        public DbSet<ArchivedFile> ArchivedFiles => db.Set<ArchivedFile>();

        public DbSet<SeenMessage> SeenMessages => db.Set<SeenMessage>();

        public DbSet<AuthorizationState> AuthorizationStates => db.Set<AuthorizationState>();
    }
}
