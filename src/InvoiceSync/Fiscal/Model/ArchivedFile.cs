using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Bytes kept for as long as the law asks: the XML exactly as sent, the authority's ZIP exactly as it came.</summary>
sealed class ArchivedFile : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public FilingId FilingId { get; init; }

    public int Attempt { get; init; }

    public FilingFile Kind { get; init; }

    public required byte[] Bytes { get; init; }

    public required string Sha256 { get; init; }

    public DateTimeOffset KeptAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ArchivedFile>
    {
        public void Configure(EntityTypeBuilder<ArchivedFile> table)
        {
            table.ToTable("archived_files");
            table.HasKey(f => new { f.TenantId, f.FilingId, f.Attempt, f.Kind });
            table.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
            table.HasOne<Filing>().WithMany().HasForeignKey(f => new { f.TenantId, f.FilingId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
