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
        table.Property(f => f.LegalNumber).HasMaxLength(64).IsUnicode(false);
        table.Property(f => f.Waiting).HasMaxLength(Filing.LongestWaiting);
        // Filings that were there before stand; written, it is always said.
        table.Property(f => f.Standing).HasDefaultValue(BooksStanding.Stands).ValueGeneratedNever();
        // One filing an invoice, so never two providers; one invoice a number of theirs.
        table.HasIndex(f => new { f.TenantId, f.InvoiceId }).IsUnique();
        table.HasIndex(f => new { f.TenantId, f.Provider, f.LegalNumber }).IsUnique().HasFilter("legal_number is not null");
        table.OwnsMany(f => f.Attempts, attempts =>
        {
            attempts.ToTable("filing_attempts", "fiscal");
            attempts.WithOwner().HasForeignKey("TenantId", "FilingId");
            attempts.HasKey("TenantId", "FilingId", nameof(FilingAttempt.Number));
            attempts.Property(a => a.Number).ValueGeneratedNever();
            attempts.Property(a => a.Index).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.DownloadId).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.XmlSha256).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.Gate).HasMaxLength(100).IsUnicode(false);
            attempts.Property(a => a.Mark).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.Candidate).HasMaxLength(64).IsUnicode(false);
            attempts.Property(a => a.Answers).AsJson();
            attempts.Property(a => a.Problems).AsJson();
            // At most one attempt of an invoice is alive, whatever two workers think at once.
            attempts.HasIndex("TenantId", "FilingId").IsUnique().HasFilter("state <> 'Refused'").HasDatabaseName("ux_filing_attempts_alive");
            attempts.HasIndex("TenantId", nameof(FilingAttempt.Index));
            // One call at a time into a series of a provider that numbers, whatever many nodes think at once.
            attempts.HasIndex("TenantId", nameof(FilingAttempt.Gate)).IsUnique().HasFilter("gate is not null");
        });
    }
}

static class FiscalTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Filing> Filings => db.Set<Filing>();

        public DbSet<FilingSettings> FilingSettings => db.Set<FilingSettings>();

        public DbSet<ArchivedFile> ArchivedFiles => db.Set<ArchivedFile>();

        public DbSet<SeenMessage> SeenMessages => db.Set<SeenMessage>();

        public DbSet<AuthorizationState> AuthorizationStates => db.Set<AuthorizationState>();

        public DbSet<TokenRefresh> TokenRefreshes => db.Set<TokenRefresh>();

        public DbSet<CallCount> CallCounts => db.Set<CallCount>();

        public DbSet<PaymentsTold> PaymentsTold => db.Set<PaymentsTold>();

        public DbSet<EstimateInBooks> EstimatesInBooks => db.Set<EstimateInBooks>();

        public DbSet<CallLine> CallLines => db.Set<CallLine>();

        public DbSet<ProviderHealth> ProviderHealth => db.Set<ProviderHealth>();

        public DbSet<OutagePeriod> Outages => db.Set<OutagePeriod>();

        public DbSet<OperatorOutage> OperatorOutages => db.Set<OperatorOutage>();

        public DbSet<MailboxMessage> MailboxMessages => db.Set<MailboxMessage>();

        public DbSet<MailboxFile> MailboxFiles => db.Set<MailboxFile>();

        public DbSet<MailboxMark> MailboxMarks => db.Set<MailboxMark>();

        public DbSet<SupplierAnswer> SupplierAnswers => db.Set<SupplierAnswer>();
    }
}
