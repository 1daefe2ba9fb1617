using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>An entry that an outlet's log system will never take as it is. The log goes on without it; a person looks.</summary>
sealed class ParkedEntry : ITenantOwned
{
    const int LongestReason = 500;

    public TenantId TenantId { get; init; }

    public OutletId Outlet { get; init; }

    public long Seq { get; init; }

    public AuditEntryId Entry { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset At { get; init; }

    public static string Cut(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];

    sealed class Mapped : IEntityTypeConfiguration<ParkedEntry>
    {
        public void Configure(EntityTypeBuilder<ParkedEntry> table)
        {
            table.ToTable("parked_entries");
            table.HasKey(p => new { p.TenantId, p.Outlet, p.Seq });
            table.Property(p => p.Reason).HasMaxLength(LongestReason);
        }
    }
}
