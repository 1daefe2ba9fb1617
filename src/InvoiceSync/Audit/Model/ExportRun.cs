using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// One export made, or not made and why. It fixes which entries are in it; the file is written from the log each time it is
/// taken. So no second copy of personal data lies about, and who was erased meanwhile is erased in the file too.
/// </summary>
sealed class ExportRun : ITenantOwned, INoticed
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public TenantId TenantId { get; init; }

    public ExportRunId Id { get; init; }

    public ExportPlanId Plan { get; init; }

    public ExportRhythm Rhythm { get; init; }

    /// <summary>The days, by the company's calendar.</summary>
    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    /// <summary>The same days as instants, the end not included.</summary>
    public DateTimeOffset Since { get; init; }

    public DateTimeOffset Before { get; init; }

    public required string Name { get; set; }

    public ExportForm Form { get; set; }

    public required ActivityFilter Filter { get; set; }

    /// <summary>The newest entry of the log when it was made: what was written later is not in it.</summary>
    public long UpTo { get; set; }

    public int Entries { get; set; }

    /// <summary>The code of the error why it was not made; null when it was.</summary>
    public string? Problem { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public string NoticeTopic => "export";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<ExportRun>
    {
        public void Configure(EntityTypeBuilder<ExportRun> table)
        {
            table.TenantRow("export_runs", r => r.Id);
            table.Property(r => r.Filter).AsJson();
            // Never two for one period.
            table.HasIndex(r => new { r.TenantId, r.Plan, r.Rhythm, r.From }).IsUnique();
            table.HasIndex(r => new { r.TenantId, r.MadeAt });
        }
    }
}
