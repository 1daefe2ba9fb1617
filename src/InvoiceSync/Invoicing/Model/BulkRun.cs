using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>One act on many invoices: planned and shown, then done exactly so, in the name of who planned it.</summary>
sealed class BulkRun : Aggregate, INoticed
{
    public BulkRunId Id { get; init; }

    public string Act { get; init; } = "";

    /// <summary>Whose they shall be (usr_…), where the act is about that.</summary>
    public string? To { get; init; }

    public string Owner { get; init; } = "";

    public DateTimeOffset PlannedAt { get; init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public string NoticeTopic => "bulk";

    public Guid NoticeId => Id.Value;

    public void Start(DateTimeOffset now) => StartedAt ??= now;

    sealed class Mapped : IEntityTypeConfiguration<BulkRun>
    {
        public void Configure(EntityTypeBuilder<BulkRun> table)
        {
            table.Aggregate("bulk_runs", r => r.Id);
            table.Property(r => r.Act).HasMaxLength(20).IsUnicode(false);
            table.Property(r => r.To).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.Owner).HasMaxLength(64).IsUnicode(false);
            table.HasIndex(r => new { r.TenantId, r.Owner, r.PlannedAt });
        }
    }
}
