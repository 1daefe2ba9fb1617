using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>One sale of a batch. Many to a batch, so no aggregate; what is done to the sale is audited there.</summary>
sealed class BatchRow : ITenantOwned
{
    const int LongestWhy = 500;

    public TenantId TenantId { get; init; }

    public BatchId Batch { get; init; }

    /// <summary>Its place: rows are done in this order, slice by slice.</summary>
    public int At { get; init; }

    public int Slice { get; init; }

    public SaleKind Kind { get; init; }

    public string SourceId { get; init; } = "";

    public string? TaxId { get; init; }

    public string? Number { get; init; }

    /// <summary>What a plan shows of it; empty when it was only named.</summary>
    public string Label { get; init; } = "";

    public DateOnly? Month { get; init; }

    public decimal Total { get; init; }

    public Currency? Currency { get; init; }

    /// <summary>Digest of the invoice the plan showed; null where nothing was planned.</summary>
    public string? Planned { get; init; }

    /// <summary>Why its invoice is not filed, as the plan showed it; null where it is.</summary>
    public KeptBecause? Keeps { get; init; }

    public BatchRowState State { get; private set; }

    public string? Why { get; private set; }

    public string? WhyText { get; private set; }

    public SaleId? Sale { get; private set; }

    public InvoiceId? Invoice { get; private set; }

    public SourceKey Key => new(Kind, SourceId);

    public void Say(BatchRowState state, string? code = null, string? text = null) =>
        (State, Why, WhyText) = (state, code, text is { Length: > LongestWhy } ? text[..LongestWhy] : text);

    public void Became(SaleId? sale, InvoiceId? invoice) => (Sale, Invoice) = (sale, invoice);

    sealed class Mapped : IEntityTypeConfiguration<BatchRow>
    {
        public void Configure(EntityTypeBuilder<BatchRow> table)
        {
            table.ToTable("batch_rows");
            table.HasKey(r => new { r.TenantId, r.Batch, r.At });
            table.Property(r => r.At).ValueGeneratedNever();
            table.Ignore(r => r.Key);
            table.Property(r => r.SourceId).IsUnicode(false);
            table.Property(r => r.TaxId).HasMaxLength(40);
            table.Property(r => r.Planned).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.Why).HasMaxLength(100).IsUnicode(false);
            table.Property(r => r.WhyText).HasMaxLength(LongestWhy);
            table.HasOne<Batch>().WithMany().HasForeignKey(r => new { r.TenantId, r.Batch }).OnDelete(DeleteBehavior.Cascade);
            table.HasIndex(r => new { r.TenantId, r.Batch, r.Kind, r.SourceId }).IsUnique();
            table.HasIndex(r => new { r.TenantId, r.Batch, r.State, r.At });
        }
    }
}

static class BatchTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Batch> Batches => db.Set<Batch>();

        public DbSet<BatchRow> BatchRows => db.Set<BatchRow>();
    }
}
