using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Ledger.Model;

/// <summary>One line of an entry, for reading. Date and currency are the entry's, kept here too so that an account is read from one index.</summary>
sealed class JournalLine : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public JournalLineId Id { get; init; }

    public JournalEntryId EntryId { get; init; }

    public int No { get; init; }

    public AccountRole Account { get; init; }

    public EntrySide Side { get; init; }

    public decimal Amount { get; init; }

    public decimal Ron { get; init; }

    public Currency Currency { get; init; }

    public DateOnly Date { get; init; }

    public string? CustomerKey { get; init; }

    public string? CustomerName { get; init; }

    public string? Detail { get; init; }

    public JournalEntry Entry { get; init; } = default!;

    sealed class Mapped : IEntityTypeConfiguration<JournalLine>
    {
        public void Configure(EntityTypeBuilder<JournalLine> table)
        {
            table.TenantRow("lines", l => l.Id);
            table.Property(l => l.CustomerKey).HasMaxLength(128);
            table.HasIndex(l => new { l.TenantId, l.EntryId, l.No }).IsUnique();
            table.HasIndex(l => new { l.TenantId, l.Account, l.Date, l.Id });
            table.HasIndex(l => new { l.TenantId, l.CustomerKey, l.Date, l.Id });
            table.HasIndex(l => new { l.TenantId, l.Date });
        }
    }
}
