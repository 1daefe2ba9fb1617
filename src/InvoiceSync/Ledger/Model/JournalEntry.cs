using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Ledger.Model;

/// <summary>One entry, for reading: rows come into being in the database's own procedure. Amount and Ron are the sum of either side.</summary>
sealed class JournalEntry : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public JournalEntryId Id { get; init; }

    public DateOnly Date { get; init; }

    public Currency Currency { get; init; }

    /// <summary>RON for one unit of the currency; null in RON.</summary>
    public decimal? Rate { get; init; }

    public DateOnly? RateOn { get; init; }

    public string? RateSource { get; init; }

    public required string Source { get; init; }

    public required string SourceId { get; init; }

    public required string Kind { get; init; }

    public required string Memo { get; init; }

    public decimal Amount { get; init; }

    public decimal Ron { get; init; }

    public int LineCount { get; init; }

    public DateTimeOffset PostedAt { get; init; }

    public required string PostedBy { get; init; }

    public JournalEntryId? Reverses { get; init; }

    public IReadOnlyCollection<JournalLine> Lines { get; } = new List<JournalLine>();

    sealed class Mapped : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> table)
        {
            table.TenantRow("entries", e => e.Id);
            table.Property(e => e.Rate).HasPrecision(18, 8);
            table.Property(e => e.Source).HasMaxLength(32).IsUnicode(false);
            table.Property(e => e.SourceId).HasMaxLength(128).IsUnicode(false);
            table.Property(e => e.Kind).HasMaxLength(32).IsUnicode(false);
            table.HasIndex(e => new { e.TenantId, e.Source, e.SourceId, e.Kind }).IsUnique();
            table.HasIndex(e => new { e.TenantId, e.Reverses });
            table.HasMany(e => e.Lines).WithOne(l => l.Entry).HasForeignKey(l => new { l.TenantId, l.EntryId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

static class LedgerTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<JournalEntry> JournalEntries => db.Set<JournalEntry>();

        public DbSet<JournalLine> JournalLines => db.Set<JournalLine>();

        public DbSet<MonthBalance> MonthBalances => db.Set<MonthBalance>();

        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
