using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>One manual sync: what was asked, how far the listing has come, and how many of the found sales are read.</summary>
sealed class SyncRun : Aggregate, INoticed, IForgettable
{
    public SyncRunId Id { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public bool Invoices { get; init; }

    public bool Charges { get; init; }

    public int Found { get; set; }

    public bool Listed { get; set; }

    public string? Problem { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    public string NoticeTopic => "sync-run";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<SyncRun>
    {
        public void Configure(EntityTypeBuilder<SyncRun> table)
        {
            table.Aggregate("sync_runs", r => r.Id);
            table.Property(r => r.Problem).HasMaxLength(1000);
            table.HasIndex(r => new { r.TenantId, r.StartedAt });
        }
    }
}
