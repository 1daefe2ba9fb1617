using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>One invoice of a bulk act: what was foreseen for it, and what came of it. Many to a run, so no aggregate; the invoice's own change is audited.</summary>
sealed class BulkRow : ITenantOwned, INoticed
{
    public TenantId TenantId { get; init; }

    public BulkRunId Run { get; init; }

    /// <summary>Its place in the plan.</summary>
    public int At { get; init; }

    public InvoiceId Invoice { get; init; }

    public string Label { get; init; } = "";

    public long Foreseen { get; init; }

    public BulkRowState State { get; private set; }

    /// <summary>Why it will not be done, or was not: the error's code and words.</summary>
    public string? Why { get; private set; }

    public string? WhyText { get; private set; }

    public string NoticeTopic => "bulk";

    public Guid NoticeId => Run.Value;

    public void Say(BulkRowState state, Error? why) =>
        (State, Why, WhyText) = (state, why?.Code, why?.Message is { Length: > 500 } text ? text[..500] : why?.Message);

    sealed class Mapped : IEntityTypeConfiguration<BulkRow>
    {
        public void Configure(EntityTypeBuilder<BulkRow> table)
        {
            table.ToTable("bulk_rows");
            table.HasKey(r => new { r.TenantId, r.Run, r.At });
            table.Property(r => r.At).ValueGeneratedNever();
            table.Property(r => r.Why).HasMaxLength(100).IsUnicode(false);
            table.Property(r => r.WhyText).HasMaxLength(500);
        }
    }
}

static class BulkTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<BulkRun> BulkRuns => db.Set<BulkRun>();

        public DbSet<BulkRow> BulkRows => db.Set<BulkRow>();

        public DbSet<SavedFilter> SavedFilters => db.Set<SavedFilter>();
    }
}
