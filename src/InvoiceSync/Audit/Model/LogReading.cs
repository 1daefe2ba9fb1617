using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>Up to which entry one of our own readers has read the log.</summary>
sealed class LogReading : ITenantOwned
{
    public const string Watch = "watch";

    public TenantId TenantId { get; init; }

    public required string Reader { get; init; }

    public long Seq { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<LogReading>
    {
        public void Configure(EntityTypeBuilder<LogReading> table)
        {
            table.TenantRow("log_readings", r => r.Reader);
            table.Property(r => r.Reader).HasMaxLength(64);
            table.Property(r => r.Seq).IsConcurrencyToken();
        }
    }
}
